// Looks with axe-core in Chromium at every index.html in the folders of a folder; or, where the folder
// is a site, at each kind of page and some articles. At two widths, light and dark.
const fs = require("fs");
const http = require("http");
const path = require("path");
const { pathToFileURL } = require("url");
const puppeteer = require("puppeteer-core");
const axe = require("axe-core");

const WIDTHS = [360, 1280];
const SCHEMES = ["light", "dark"];
const ARTICLES = 24;
const OF_EACH_KIND = 3;
const TYPES = { ".html": "text/html", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };

// What a page is, by what stands in it and where it lies
function kind(file, html) {
  if (html.includes('<header class="head">')) return "article";
  if (html.includes('http-equiv="refresh"')) return "moved"; // leads away at once
  const parts = file.split(path.sep).map((part) => part.replace(/^\d+$/, "N"));
  return ["tags", "authors", "search", "archive", "corrections"].includes(parts[0])
    ? parts[0] + parts.length + (parts.includes("page") ? "further" : "")
    : html.includes('class="list"') ? "list" + parts.length : "page " + file;
}

function ofSite(folder) {
  const kinds = new Map();
  for (const file of fs.readdirSync(folder, { recursive: true }).sort()) {
    if (file.endsWith(".html")) {
      const name = kind(file, fs.readFileSync(path.join(folder, file), "utf8"));
      kinds.set(name, [...(kinds.get(name) || []), file]);
    }
  }
  kinds.delete("moved");
  return [...kinds].flatMap(([name, files]) => {
    const most = name === "article" ? ARTICLES : OF_EACH_KIND;
    const step = Math.max(1, files.length / most);
    return files.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step)).slice(0, most);
  });
}

// A site's 404 page names its files from the host's root on, so that it has to be served
function served(folder, below) {
  const server = http.createServer((request, answer) => {
    const asked = decodeURIComponent(request.url.split("?")[0]);
    const file = path.join(folder, path.normalize(asked.startsWith(below) ? asked.slice(below.length) : "/none"));
    fs.readFile(file, (failure, content) => {
      answer.writeHead(failure ? 404 : 200, { "Content-Type": TYPES[path.extname(file)] || "application/octet-stream" });
      answer.end(failure ? "" : content);
    });
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

function ofFolders(folder) {
  return fs
    .readdirSync(folder)
    .map((name) => path.join(name, "index.html"))
    .filter((file) => fs.existsSync(path.join(folder, file)));
}

async function main() {
  const folder = process.argv[2];
  const home = path.join(folder, "index.html");
  const site = fs.existsSync(home);
  const pages = site ? ofSite(folder) : ofFolders(folder);
  const below = site ? new URL(/rel="canonical" href="([^"]+)"/.exec(fs.readFileSync(home, "utf8"))[1]).pathname : "/";
  const server = site ? await served(folder, below) : null;
  const address = (file) =>
    server
      ? `http://127.0.0.1:${server.address().port}${below}` + file.split(path.sep).map(encodeURIComponent).join("/")
      : pathToFileURL(path.join(folder, file)).href;
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: process.getuid() === 0 ? ["--no-sandbox"] : [], // Chromium refuses its sandbox to root
  });
  let looks = 0;
  let violations = 0;
  const found = (where, what) => {
    violations++;
    console.log(`${where}: ${what}`);
  };
  const page = await browser.newPage();
  await page.setBypassCSP(true); // for axe itself, which the page's own policy keeps out
  for (const file of pages) {
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        const where = `${file} ${width} ${scheme}`;
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await page.goto(address(file));
        if (file === path.join("search", "index.html")) {
          await page.type("#words", "the");
          await page.waitForSelector("#results article");
        }
        await page.evaluate(axe.source);
        const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        looks++;
        for (const violation of result.violations) {
          found(where, `${violation.id}: ${violation.help}`);
          violation.nodes.slice(0, 3).forEach((node) => console.log(`  ${node.html.slice(0, 200)}`));
        }
        if (wide) found(where, "the page is wider than the window");
      }
    }
  }
  await browser.close();
  if (server) server.close();
  console.log(`axe-core: ${violations} violations in ${looks} looks at ${pages.length} pages`);
  process.exit(violations === 0 && pages.length > 0 ? 0 : 1);
}

main();
