import axe from 'axe-core';

/** Rules that a drawn element breaks, with the elements; none for a chart that everyone can read. */
export async function barriersIn(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
