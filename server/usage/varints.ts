/** Of some people, named by whole numbers from 0 that differ, a whole number each, from 1. */
export interface Counted {
  people: Int32Array;
  counts: Int32Array;
}

/** About two bytes a person: the distance to the one before, and the count, seven bits a byte. */
export function pack(counted: readonly (readonly [person: number, count: number])[]): Uint8Array {
  const bytes: number[] = [];
  const write = (value: number) => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
    bytes.push(rest);
  };
  let before = -1;
  for (const [person, count] of counted.toSorted(([a], [b]) => a - b)) {
    write(person - before - 1);
    write(count);
    before = person;
  }
  return Uint8Array.from(bytes);
}

export function unpack(bytes: Uint8Array): Counted {
  // As many as there can be: a byte each number.
  const people = new Int32Array(bytes.length >> 1);
  const counts = new Int32Array(bytes.length >> 1);
  let at = 0;
  const read = () => {
    let byte = bytes[at++] as number;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let scale = 128; byte >= 128; scale *= 128) {
      byte = bytes[at++] as number;
      value += (byte & 127) * scale;
    }
    return value;
  };
  let person = -1;
  let length = 0;
  for (; at < bytes.length; length++) {
    person += read() + 1;
    people[length] = person;
    counts[length] = read();
  }
  return { people: people.subarray(0, length), counts: counts.subarray(0, length) };
}
