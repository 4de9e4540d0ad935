import { describe, expect, it } from "vitest";
import { openEmbedded } from "../../server/db/embedded.ts";
import { migrate, readMigrations } from "../../server/db/migrate.ts";
import { openPostgres } from "../../server/db/postgres.ts";
import { createPostgresDatabase, ENGINES, openTestDatabase } from "../support/database.ts";

const extra = (text: string) => ({ number: 9999, name: "9999-extra.sql", text });

describe.each(ENGINES)("migrations on %s", (engine) => {
  it("R24: are applied once, in one transaction with what they say", async () => {
    const db = await openTestDatabase(engine);
    const files = await readMigrations();
    expect(await migrate(db, files)).toEqual([]);
    const broken = extra("CREATE TABLE half (id int); SELECT 1 / 0;");
    await expect(migrate(db, [...files, broken])).rejects.toThrow(/division by zero/);
    const whole = extra("CREATE TABLE half (id int);");
    expect(await migrate(db, [...files, whole])).toEqual(["9999-extra.sql"]);
    expect(await migrate(db, [...files, whole])).toEqual([]);
    await db.close();
  });

  it("R24: a changed one is refused by name, and so is a database that is newer than the server", async () => {
    const db = await openTestDatabase(engine);
    const files = await readMigrations();
    const changed = files.map((file, index) =>
      index === 1 ? { ...file, text: `${file.text}\n-- changed` } : file,
    );
    await expect(migrate(db, changed)).rejects.toThrow(/0002-documents\.sql was changed/);
    await expect(migrate(db, files.slice(0, 2))).rejects.toThrow(/0003-events\.sql.*newer/);
    const otherLineEnds = files.map((file) => ({
      ...file,
      text: file.text.replaceAll("\n", "\r\n"),
    }));
    expect(await migrate(db, otherLineEnds)).toEqual([]);
    await db.close();
  });

  it("R24: the files are numbered without gaps", async () => {
    const numbers = (await readMigrations()).map((file) => file.number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it("a transaction that fails leaves nothing, and the next one works", async () => {
    const db = await openTestDatabase(engine);
    const failing = db.maintain(async (sql) => {
      await sql.run("CREATE TABLE gone (id int)");
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    const gone = () => db.maintain((sql) => sql.query("SELECT to_regclass('gone') AS name"));
    expect(await gone()).toEqual([{ name: null }]);
    const unheard = db.maintain(async (sql) => {
      void sql.run("CREATE TABLE gone (id int)");
      void sql.query("SELECT 1 / 0");
    });
    await expect(unheard).rejects.toThrow("division by zero");
    expect(await gone()).toEqual([{ name: null }]);
    let late: Promise<unknown> = Promise.resolve();
    const together = db.maintain(async (sql) => {
      const made = sql.run("CREATE TABLE gone (id int)");
      const broken = sql.query("SELECT 1 / 0");
      late = broken.catch(async () => {
        await together.catch(() => undefined);
        await sql.run("CREATE TABLE gone (id int)");
      });
      await Promise.all([made, broken]);
    });
    await expect(together).rejects.toThrow("division by zero");
    await expect(late).rejects.toThrow("has ended");
    expect(await gone()).toEqual([{ name: null }]);
    await expect(db.transaction("'; DROP TABLE events; --", async () => 1)).rejects.toThrow("UUID");
    await db.close();
  });
});

describe("a new database", () => {
  it.runIf(ENGINES.includes("postgres"))(
    "R24: two servers that start at the same time on PostgreSQL migrate one after the other",
    async () => {
      const { url, drop } = await createPostgresDatabase();
      const files = await readMigrations();
      const open = () => openPostgres({ url, onIdleError: () => undefined });
      const [one, two] = await Promise.all([open(), open()]);
      const applied = await Promise.all([migrate(one, files), migrate(two, files)]);
      expect(applied.map((names) => names.length).sort()).toEqual([0, files.length]);
      await Promise.all([one.close(), two.close()]);
      await drop();
    },
  );

  it("keeps fsync on", async () => {
    const db = await openEmbedded({});
    const shown = await db.maintain((sql) => sql.query("SHOW fsync"));
    expect(shown).toEqual([{ fsync: "on" }]);
    await db.close();
  });
});
