// Comfort on an atlas's pictures: without it they scroll, their zoom steps are links and their products too.

const least = 0.1;
const most = 4;

const graphOf = region => region.querySelector('svg.lm-graph');

/** Factor of the natural size at which it is shown now. */
function scaleOf(svg) {
  return svg.getBoundingClientRect().width / Number(svg.dataset.width);
}

/** Keeps the point of the picture under (x, y), in pixels of the region, where it is. */
function zoomTo(region, factor, x = region.clientWidth / 2, y = region.clientHeight / 2) {
  const svg = graphOf(region);
  const before = scaleOf(svg);
  const after = Math.min(most, Math.max(least, factor));
  const [left, top] = [(region.scrollLeft + x) / before, (region.scrollTop + y) / before];
  svg.classList.remove('lm-graph-fit');
  svg.setAttribute('width', Number(svg.dataset.width) * after);
  svg.setAttribute('height', Number(svg.dataset.height) * after);
  region.scrollLeft = left * after - x;
  region.scrollTop = top * after - y;
}

function fit(region) {
  const svg = graphOf(region);
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  svg.classList.add('lm-graph-fit');
}

document.addEventListener('wheel', event => {
  const region = event.target.closest?.('[data-graph]');
  if (region && event.ctrlKey) {
    event.preventDefault();
    const box = region.getBoundingClientRect();
    zoomTo(region, scaleOf(graphOf(region)) * Math.exp(-event.deltaY / 400), event.clientX - box.left, event.clientY - box.top);
  }
}, { passive: false });

document.addEventListener('keydown', event => {
  const region = event.target.closest?.('[data-graph]');
  if (!region || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === '+' || event.key === '=') {
    zoomTo(region, scaleOf(graphOf(region)) * 1.25);
  } else if (event.key === '-') {
    zoomTo(region, scaleOf(graphOf(region)) / 1.25);
  } else if (event.key === '0') {
    fit(region);
  } else {
    return;
  }
  event.preventDefault();
});

/** Drag with the mouse or a pen; one finger scrolls by itself, two fingers zoom. */
let drag = null;
document.addEventListener('pointerdown', event => {
  const region = event.target.closest?.('[data-graph]');
  if (region && event.button === 0 && event.pointerType !== 'touch') {
    drag = { region, x: event.clientX, y: event.clientY, left: region.scrollLeft, top: region.scrollTop, moved: false };
  }
});
document.addEventListener('pointermove', event => {
  if (!drag) {
    return;
  }
  const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
  if (!drag.moved && Math.hypot(dx, dy) > 5) {
    drag.moved = true;
    drag.region.classList.add('lm-dragging');
  }
  if (drag.moved) {
    drag.region.scrollLeft = drag.left - dx;
    drag.region.scrollTop = drag.top - dy;
  }
});
document.addEventListener('pointerup', () => {
  if (drag) {
    drag.region.classList.remove('lm-dragging');
    // the click that ends a drag opens nothing
    const moved = drag.moved;
    setTimeout(() => { if (moved) { drag = null; } });
    if (!moved) {
      drag = null;
    }
  }
});
document.addEventListener('click', event => {
  if (drag?.moved && event.target.closest?.('[data-graph]')) {
    event.preventDefault();
    event.stopPropagation();
    drag = null;
  }
}, true);
document.addEventListener('dragstart', event => {
  if (event.target.closest?.('[data-graph]')) {
    event.preventDefault();
  }
});

let pinch = null;
const apart = touches => Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY);
document.addEventListener('touchstart', event => {
  const region = event.target.closest?.('[data-graph]');
  pinch = region && event.touches.length === 2 ? { region, apart: apart(event.touches), scale: scaleOf(graphOf(region)) } : null;
}, { passive: true });
document.addEventListener('touchmove', event => {
  if (pinch && event.touches.length === 2) {
    event.preventDefault();
    const box = pinch.region.getBoundingClientRect();
    const [x, y] = [(event.touches[0].clientX + event.touches[1].clientX) / 2 - box.left, (event.touches[0].clientY + event.touches[1].clientY) / 2 - box.top];
    zoomTo(pinch.region, pinch.scale * apart(event.touches) / pinch.apart, x, y);
  }
}, { passive: false });

/** The links of the product under the pointer or the focus stand out. */
function light(target) {
  document.querySelectorAll('.lm-lit').forEach(path => path.classList.remove('lm-lit'));
  const node = target?.closest?.('[data-node]');
  if (node) {
    node.ownerSVGElement.querySelectorAll(`path[data-ends~="${node.dataset.node}"]`).forEach(path => path.classList.add('lm-lit'));
  }
}
document.addEventListener('pointerover', event => { if (event.target.closest?.('[data-graph]')) { light(event.target); } });
document.addEventListener('focusin', event => { if (event.target.closest?.('[data-graph]')) { light(event.target); } });

/** data-walk: arrow keys lead along the chain, from a product to what it is made of and what it goes into. */
document.addEventListener('keydown', event => {
  const walk = document.querySelector('[data-walk]');
  if (!walk || event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.('input, select, textarea, [data-graph], [data-graph] *')) {
    return;
  }
  const side = { ArrowLeft: 'up', ArrowRight: 'down' }[event.key];
  const current = document.activeElement?.closest?.('[data-walk-to]');
  let next = null;
  if (side) {
    next = walk.querySelector(`[data-walk-to="${side}"]`);
  } else if (current && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    const all = [...walk.querySelectorAll(`[data-walk-to="${current.dataset.walkTo}"]`)];
    next = all[all.indexOf(current) + (event.key === 'ArrowDown' ? 1 : -1)];
  }
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

/** data-png: the drawing of an address as a picture, painted by the browser. */
document.addEventListener('click', async event => {
  const button = event.target.closest?.('button[data-png]');
  if (!button) {
    return;
  }
  button.disabled = true;
  try {
    const answer = await fetch(button.dataset.png, { headers: { accept: 'image/svg+xml' } });
    if (!answer.ok) {
      throw new Error(`${answer.status}`);
    }
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await answer.text())}`;
    await image.decode();
    // what a canvas holds everywhere
    const scale = Math.min(2, 12_000 / image.naturalWidth, 12_000 / image.naturalHeight, Math.sqrt(60_000_000 / image.naturalWidth / image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await new Promise(done => canvas.toBlob(done, 'image/png')));
    link.download = button.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch {
    button.textContent = '没有画成，请先缩小范围或下载 SVG';
  } finally {
    button.disabled = false;
  }
});

/** What needs the script shows itself when it runs. */
function show() {
  document.querySelectorAll('button[data-png], [data-graph-hint], [data-walk-hint]').forEach(element => { element.hidden = false; });
  // a product that was asked for is where one looks first
  const region = document.querySelector('[data-graph]');
  const centre = region && graphOf(region)?.querySelector('[stroke="#f0a500"]');
  if (centre && !region.dataset.placed) {
    const [outer, inner] = [region.getBoundingClientRect(), centre.getBoundingClientRect()];
    region.scrollLeft += inner.left - outer.left - region.clientWidth / 2;
    region.scrollTop += inner.top - outer.top - region.clientHeight / 2;
    region.dataset.placed = 'true';
  }
}
document.addEventListener('turbo:load', show);
document.addEventListener('turbo:render', show);
show();
