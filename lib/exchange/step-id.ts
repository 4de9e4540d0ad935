/** Ids of steps from their titles, for people who read reports; "step-3" where a title has no Latin letters. */
export function createStepIds(): (title: string, number: number) => string {
  const taken = new Set<string>();
  return (title, number) => {
    const words = title
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .match(/[a-z0-9]+/g);
    const wanted = words?.join("-").slice(0, 48).replace(/-+$/, "") || `step-${number}`;
    let id = wanted;
    for (let again = 2; taken.has(id); again++) id = `${wanted}-${again}`;
    taken.add(id);
    return id;
  };
}
