import { type Figure, summarise } from "./figures";
import { growthPlan, writePage } from "./pages";
import { type Measurement, rounds } from "./setting";

const TEXT_NODES = [1_000, 3_000, 10_000, 30_000, 100_000];

/** How the scan's cost grows with the page; an exponent of 1 is linear. */
export const measureGrowth: Measurement = async (setting) => {
  const { without, site, inPage, quick } = setting;
  const points: { readonly nodes: number; readonly floor: number; readonly ours: number }[] = [];
  for (const textNodes of quick ? TEXT_NODES.filter((count) => count <= 30_000) : TEXT_NODES) {
    const url = site.put(`/growth-${textNodes}`, writePage(growthPlan(textNodes)));
    const samples = await rounds(quick ? 2 : 5, async () => {
      const tab = await without.openTab();
      await tab.page.goto(url, { timeout: 60_000 });
      const world = await tab.openWorld(inPage);
      const nodes = await world<number>("sidequoteBench.textNodes()");
      const ours = await world<number>("sidequoteBench.scan()");
      const floor = await world<number>("sidequoteBench.floor()");
      await tab.close();
      return { nodes, ours, floor };
    });
    const median = (take: (sample: (typeof samples)[number]) => number) => summarise(samples.map(take)).median;
    points.push({
      nodes: median(({ nodes }) => nodes),
      ours: median(({ ours }) => ours),
      floor: median(({ floor }) => floor),
    });
  }
  const common = { group: "Growth of the scan", cpuSlowdown: 1 } as const;
  const slopes = {
    ours: slopeOf(points.map(({ nodes, ours }) => [nodes, ours])),
    floor: slopeOf(points.map(({ nodes, floor }) => [nodes, floor])),
  };
  const perPoint = points.map(
    ({ nodes, ours, floor }): Figure => ({
      ...common,
      name: "per text node",
      of: `${Math.round(nodes / 1000)}k text nodes`,
      unit: "µs",
      value: (ours * 1000) / nodes,
      beside: { name: "bare walk", value: (floor * 1000) / nodes },
    }),
  );
  const exponent: Figure = {
    ...common,
    name: "exponent of cost over text nodes",
    of: `${points.length} sizes`,
    unit: "×",
    value: slopes.ours,
    beside: { name: "bare walk", value: slopes.floor },
  };
  return [...perPoint, exponent];
};

/** The slope of the line through the points' logarithms, by least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (take: (log: readonly [number, number]) => number) =>
    logs.reduce((sum, log) => sum + take(log), 0) / logs.length;
  const [meanX, meanY] = [mean(([x]) => x), mean(([, y]) => y)];
  return mean(([x, y]) => (x - meanX) * (y - meanY)) / mean(([x]) => (x - meanX) ** 2);
}
