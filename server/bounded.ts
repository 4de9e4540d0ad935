/** Sets an entry as the newest of at most so many; the oldest makes room. */
export function setMost<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  map.delete(key);
  for (const oldest of map.keys()) {
    if (map.size < most) break;
    map.delete(oldest);
  }
  map.set(key, value);
}
