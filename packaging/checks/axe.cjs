// Looks at every index.html below a folder with axe-core in Chromium: at two widths, light and dark.
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const puppeteer = require("puppeteer-core");
const axe = require("axe-core");

const WIDTHS = [360, 1280];
const SCHEMES = ["light", "dark"];

async function main() {
  const folder = process.argv[2];
  const pages = fs
    .readdirSync(folder)
    .map((name) => path.join(folder, name, "index.html"))
    .filter((file) => fs.existsSync(file));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: process.getuid() === 0 ? ["--no-sandbox"] : [], // Chromium refuses its sandbox to root
  });
  let looks = 0;
  let violations = 0;
  const page = await browser.newPage();
  await page.setBypassCSP(true); // for axe itself, which the page's own policy keeps out
  for (const file of pages) {
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await page.goto(pathToFileURL(file).href);
        await page.evaluate(axe.source);
        const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        looks++;
        const where = `${path.basename(path.dirname(file))} ${width} ${scheme}`;
        for (const violation of result.violations) {
          violations++;
          console.log(`${where}: ${violation.id}: ${violation.help}`);
          violation.nodes.slice(0, 3).forEach((node) => console.log(`  ${node.html.slice(0, 200)}`));
        }
        if (wide) {
          violations++;
          console.log(`${where}: the page is wider than the window`);
        }
      }
    }
  }
  await browser.close();
  console.log(`axe-core: ${violations} violations in ${looks} looks at ${pages.length} pages`);
  process.exit(violations === 0 && pages.length > 0 ? 0 : 1);
}

main();
