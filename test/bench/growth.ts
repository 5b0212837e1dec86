import type { Figure } from "./figures";
import { growthPlan, writePage } from "./pages";
import { costsOf, FLOOR, SCAN } from "./scan";
import type { Measurement } from "./setting";

const TEXT_NODES = [1_000, 3_000, 10_000, 30_000, 100_000];

/** How the scan's cost grows with the page; an exponent of 1 is linear. */
export const measureGrowth: Measurement = async (setting) => {
  const points: { readonly nodes: number; readonly floor: number; readonly ours: number }[] = [];
  for (const nodes of setting.quick ? TEXT_NODES.filter((count) => count <= 10_000) : TEXT_NODES) {
    const url = setting.site.put(`/growth-${nodes}`, writePage(growthPlan(nodes)));
    const [floor, ours] = await costsOf([FLOOR, SCAN], setting, { url }, 1);
    points.push({ nodes, ours: ours.median, floor: floor.median });
  }
  const common = { group: "Growth of the scan, processor time, cold", cpuSlowdown: 1 } as const;
  const perPoint = points.map(
    ({ nodes, ours, floor }): Figure => ({
      ...common,
      name: "per text node",
      of: `${nodes / 1000}k text nodes`,
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
    value: slopeOf(points.map(({ nodes, ours }) => [nodes, ours])),
    beside: { name: "bare walk", value: slopeOf(points.map(({ nodes, floor }) => [nodes, floor])) },
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
