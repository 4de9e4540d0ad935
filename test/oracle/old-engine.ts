import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { runAndSay } from "../support/apt.ts";
import { runToEnd, startChild } from "../support/child.ts";
import { freePort } from "../support/free-port.ts";
import { CACHE, type Engine, rowsOf } from "./engine.ts";

const LIBRARIES = ["x86_64-linux-gnu", "aarch64-linux-gnu"].flatMap((machine) => [
  `usr/lib/${machine}`,
  `lib/${machine}`,
]);

/**
 * ClickHouse 18.16, as Debian 12 has it: what it says of equal times and of steps that overlap is older than the modes
 * of today. Nothing is installed; its packages are unpacked into a folder. Null where there are none.
 */
export async function openOldEngine(): Promise<Engine | null> {
  const root = join(CACHE, "clickhouse-18.16");
  if (!existsSync(join(root, "usr/sbin/clickhouse-server")) && !(await unpack(root))) return null;
  const data = await mkdtemp(join(tmpdir(), "waymark-oracle-"));
  const port = await freePort();
  const [config, users] = [join(data, "config.xml"), join(data, "users.xml")];
  await writeFile(users, USERS);
  await writeFile(config, configOf({ data, users, port }));
  const server = await startChild({
    name: "ClickHouse 18.16",
    command: join(root, "usr/sbin/clickhouse-server"),
    args: [`--config-file=${config}`],
    env: { LD_LIBRARY_PATH: LIBRARIES.map((folder) => join(root, folder)).join(delimiter) },
    cwd: data,
    ready: /Ready for connections/,
  });
  const query = async (sql: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: sql });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return text;
  };
  return {
    name: "ClickHouse 18.16",
    version: (await query("SELECT version()")).trim(),
    time: { funnel: "t", pattern: "toDateTime(t)" },
    async ask(sql, logs) {
      await query("DROP TABLE IF EXISTS uses");
      await query("CREATE TABLE uses (n UInt32, t UInt32, f String) ENGINE = Memory");
      const lines = rowsOf(logs).map((row) => row.join("\t"));
      await query(`INSERT INTO uses FORMAT TSV\n${lines.join("\n")}\n`);
      const text = await query(`SELECT n, ${sql} FROM uses GROUP BY n FORMAT TSV`);
      const answers = new Map(
        text
          .split("\n")
          .filter(Boolean)
          .map((line) => line.split("\t").map(Number) as [number, number]),
      );
      return logs.map((_, n) => answers.get(n));
    },
    async close() {
      await server.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Whether this is a system with these packages, and they are there now. */
async function unpack(root: string): Promise<boolean> {
  const wanted: string[] = [];
  const simulate = ["install", "-s", "-q", "--no-install-recommends", "clickhouse-server=18.16.*"];
  const code = await runToEnd("apt-get", simulate, {
    onLine: (line) => {
      const name = /^Inst (\S+)/.exec(line)?.[1];
      if (name) wanted.push(name);
    },
  });
  if (code !== 0 || wanted.length === 0) return false;
  console.log(`fetching Debian's ClickHouse 18.16 (about 20 MB) into ${root}`);
  const packages = join(CACHE, "packages");
  await mkdir(packages, { recursive: true });
  const fetched = await runToEnd("apt-get", ["download", "-q", ...wanted], { cwd: packages });
  if (fetched !== 0) return false;
  const files = (await readdir(packages)).filter((file) => file.endsWith(".deb"));
  for (const file of files) {
    await runAndSay(["dpkg", "-x", join(packages, file), root], console.log);
  }
  await rm(packages, { recursive: true });
  return true;
}

const USERS = `<yandex>
  <profiles><default><max_threads>1</max_threads><max_query_size>10000000</max_query_size></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks>
    <profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>
`;

function configOf({ data, users, port }: { data: string; users: string; port: number }): string {
  return `<yandex>
  <logger><level>information</level><console>1</console></logger>
  <http_port>${port}</http_port><listen_host>127.0.0.1</listen_host>
  <path>${data}/data/</path><tmp_path>${data}/tmp/</tmp_path>
  <mark_cache_size>10000000</mark_cache_size>
  <users_config>${users}</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <timezone>UTC</timezone>
</yandex>
`;
}
