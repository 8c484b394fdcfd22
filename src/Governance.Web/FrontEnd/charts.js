// The part of Apache ECharts the portal draws with. Add a chart kind here when a page needs it: each costs bytes on every first load.
// Under the portal's content policy a tooltip must be drawn, not written as HTML: tooltip: { renderMode: "richText" }.
import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export { init };
