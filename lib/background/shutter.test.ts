import { describe, expect, it } from "vitest";
import { createShutter } from "./shutter.ts";

/** Time that passes only while somebody waits for it or a picture is being taken. */
function stage(msPerPicture = 0) {
  const clock = { time: 10_000 };
  const shots: { tab: number; at: number }[] = [];
  const press = createShutter<number>({
    now: () => clock.time,
    wait: async (ms) => {
      clock.time += ms;
    },
    shoot: async (tab) => {
      shots.push({ tab, at: clock.time });
      clock.time += msPerPicture;
      return shots.length;
    },
  });
  return { clock, shots, press };
}

describe("shutter", () => {
  it("P4: takes a picture at once", async () => {
    const { clock, shots, press } = stage();
    expect(await press(1, clock.time)).toBe(1);
    expect(shots).toEqual([{ tab: 1, at: 10_000 }]);
  });

  it("P4: never more than two within a second, whatever is asked", async () => {
    const { clock, shots, press } = stage();
    for (let n = 0; n < 40; n++) {
      await press(1, clock.time);
      clock.time += 90;
    }
    for (const { at } of shots) {
      expect(shots.filter((one) => one.at >= at && one.at < at + 1000).length).toBeLessThan(3);
    }
    expect(shots.length).toBeGreaterThan(5);
  });

  it("P4: a press that would have to wait for longer than 400 ms gets none, and does not wait to hear it", async () => {
    const { clock, press } = stage();
    await press(1, clock.time);
    await press(1, clock.time);
    clock.time += 100;
    const before = clock.time;
    expect(await press(1, before)).toBeNull();
    expect(clock.time).toBe(before);
  });

  it("P4: a press gets its picture as late as 400 ms after it", async () => {
    const { clock, press } = stage();
    await press(1, clock.time);
    await press(1, clock.time);
    clock.time += 800;
    expect(await press(1, clock.time)).toBe(3);
  });

  it("P4: presses that wait together share a picture, each no later than 400 ms", async () => {
    const { clock, shots, press } = stage(100);
    const [, second, third] = await Promise.all([1, 2, 3].map(() => press(1, clock.time)));
    expect(second).toBe(third);
    expect(shots).toHaveLength(2);
  });

  it("P4: presses in different tabs never share one", async () => {
    const { clock, shots, press } = stage();
    await Promise.all([press(1, clock.time), press(2, clock.time), press(1, clock.time)]);
    expect(shots.map(({ tab }) => tab)).toEqual([1, 2]);
  });

  it("answers everybody, also who asks while the last is being answered", async () => {
    const { clock, press } = stage();
    const answers: (number | null)[] = [];
    await press(1, clock.time).then(async (first) => {
      answers.push(first, await press(1, clock.time));
    });
    expect(answers).toEqual([1, 2]);
  });
});
