// Lays the few files the browser needs out of node_modules into wwwroot/lib and writes the pinyin table and the holidays.
// Called by build/FrontEnd.targets:  node build/front-end.mjs <folder for generated resources>
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(project, 'node_modules');
const lib = join(project, 'wwwroot', 'lib');
const generated = process.argv[2];
if (!generated) {
  throw new Error('usage: node build/front-end.mjs <folder for generated resources>');
}

rmSync(lib, { recursive: true, force: true });
mkdirSync(lib, { recursive: true });
mkdirSync(generated, { recursive: true });
tabler();
turbo();
icons();
pinyinTable();
holidays();

/** The style sheet without its source map address: the map is not shipped, and a browser's tools would ask for it. */
function tabler() {
  const css = readFileSync(join(modules, '@tabler/core/dist/css/tabler.min.css'), 'utf8');
  const address = css.match(/@import|url\(\s*["']?(?:https?:)?\/\//);
  if (address) {
    throw new Error(`tabler.min.css loads from elsewhere (${address[0]}); the content security policy forbids it`);
  }
  writeFileSync(join(lib, 'tabler.min.css'), css.replace(/\/\*# sourceMappingURL=.*?\*\//, ''));
}

/**
 * Turbo puts a <style> for its progress bar into the page as soon as it loads, which our policy (no inline style)
 * refuses. The rule stands in css/lianmeng.css instead, and the one line that inserts the element is left out here.
 */
function turbo() {
  const source = readFileSync(join(modules, '@hotwired/turbo/dist/turbo.es2017-esm.js'), 'utf8');
  const parts = source.split('    this.installStylesheetElement();\n');
  if (parts.length !== 2) {
    throw new Error('Turbo no longer installs its progress bar style where build/front-end.mjs expects it');
  }
  writeFileSync(join(lib, 'turbo.js'), parts.join(''));
}

/** One sprite of the outline icons named in icons.txt, each a <symbol> with the icon's name as its id. */
function icons() {
  const names = readFileSync(join(project, 'build', 'icons.txt'), 'utf8')
    .split('\n').map(line => line.replace(/#.*/, '').trim()).filter(Boolean);
  const symbols = names.map(name => {
    const svg = readFileSync(join(modules, '@tabler/icons/icons/outline', `${name}.svg`), 'utf8');
    const body = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
      .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, '').replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24">${body}</symbol>`;
  });
  writeFileSync(join(lib, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`);
}

/** pinyin.tsv: a line per syllable, "syllable TAB characters with that common reading"; ü is v, no tones. */
function pinyinTable() {
  const readings = new Map();
  for (const [first, last] of [[0x3400, 0x4dbf], [0x4e00, 0x9fa5]]) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCharCode(code);
      const [reading] = pinyin(character, { toneType: 'none', v: true, type: 'array' });
      if (/^[a-z]+$/.test(reading ?? '')) {
        readings.set(reading, (readings.get(reading) ?? '') + character);
      }
    }
  }
  if (readings.size < 380) {
    throw new Error(`only ${readings.size} syllables from pinyin-pro`);
  }
  const lines = [...readings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reading, characters]) => `${reading}\t${characters}\n`);
  writeFileSync(join(generated, 'pinyin.tsv'), lines.join(''));
}

/** The State Council's holidays and adjusted working days, as the package states them; it must reach this program's first years. */
function holidays() {
  const source = join(modules, 'chinese-days', 'dist', 'chinese-days.json');
  const { holidays, workdays } = JSON.parse(readFileSync(source, 'utf8'));
  if (!holidays['2026-10-01'] || !workdays['2026-10-10']) {
    throw new Error('chinese-days.json is not what it was: the notice of 2026 is missing');
  }
  copyFileSync(source, join(generated, 'chinese-days.json'));
}
