// Makes wwwroot/lib from the npm packages: the files a browser needs, and no others. Run by FrontEnd.targets, or by `npm run build`.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "../../../node_modules");
const lib = join(here, "../wwwroot/lib");

// Licences that must travel with what we hand out, inside the bundle too.
const licences = ["bootstrap/LICENSE", "echarts/LICENSE", "echarts/NOTICE", "zrender/LICENSE", "tslib/LICENSE.txt"];

await rm(lib, { recursive: true, force: true });
await mkdir(lib, { recursive: true });
await build({
  entryPoints: [join(here, "charts.js")],
  outfile: join(lib, "echarts.min.js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2020",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
});
// Without the pointer to a source map that is not handed out.
const bootstrap = await readFile(join(packages, "bootstrap/dist/css/bootstrap.min.css"), "utf8");
await writeFile(join(lib, "bootstrap.min.css"), bootstrap.replace(/\n?\/\*# sourceMappingURL=.*?\*\//, ""));
const texts = await Promise.all(licences.map(async name => `== ${name}\n\n${await readFile(join(packages, name), "utf8")}`));
await writeFile(join(lib, "licences.txt"), texts.join("\n\n"));
