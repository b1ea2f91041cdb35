// What the preview knows of the page it shows. The page's own scripts are off; this runs from
// outside. A comment with the mark stands before each block and after the last one.
const galleyPage = ((mark) => {
  'use strict';
  let marks = [];
  let unit = 1; // the height of one pixel of the screen, in those of the page
  let rest = -1; // the scroll height last set from outside

  const isMark = (node) => node.nodeType === Node.COMMENT_NODE && node.data === mark;

  const index = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
    while (walker.nextNode()) {
      if (isMark(walker.currentNode)) found.push(walker.currentNode);
    }
    marks = found;
  };

  const count = () => marks.length - 1;

  // Whether every block's nodes lie side by side, so that each can be replaced on its own.
  const sound = () => marks.every((m) => m.parentNode === marks[0].parentNode);

  const boxes = (i) => {
    const found = [];
    for (let n = marks[i].nextSibling; n && n !== marks[i + 1]; n = n.nextSibling) {
      if (n.nodeType === Node.ELEMENT_NODE) {
        const box = n.getBoundingClientRect();
        if (box.height > 0 || box.width > 0) found.push(box);
      }
    }
    return found;
  };

  const edges = (i) => {
    for (let at = i; at < count(); at++) {
      const found = boxes(at);
      if (found.length > 0) {
        const top = found[0].top;
        if (at > i) return [top, top];
        return [top, Math.max(...found.map((box) => box.bottom))];
      }
    }
    const end = document.documentElement.scrollHeight - window.scrollY;
    return [end, end];
  };

  // The last block whose top is at or above this height in the window.
  const blockAt = (height) => {
    let low = 0;
    let high = count() - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (edges(middle)[0] <= height) low = middle; else high = middle - 1;
    }
    return low;
  };

  const placeAt = (height) => {
    if (count() < 1) return [0, 0];
    const at = blockAt(height);
    const [top, bottom] = edges(at);
    if (height <= top) return [at, 0];
    if (height < bottom) return [at, (height - top) / (bottom - top)];
    if (at + 1 >= count()) return [at, 1];
    const next = edges(at + 1)[0];
    return [at, next > bottom ? 1 + Math.min(1, (height - bottom) / (next - bottom)) : 1];
  };

  const settle = (height) => {
    window.scrollTo(0, height + unit / 2); // the window cuts off what is less than a pixel
    rest = window.scrollY;
  };

  const fragment = (html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  };

  // Pictures that stay are moved, not made anew, so that they never blink.
  const keepPictures = (gone, come) => {
    const old = new Map();
    gone.forEach((n) => {
      if (n.nodeType === Node.ELEMENT_NODE) {
        const all = n.matches('img') ? [n] : n.querySelectorAll('img');
        all.forEach((img) => old.set(img.outerHTML, img));
      }
    });
    if (old.size > 0) {
      come.querySelectorAll('img').forEach((img) => {
        const known = old.get(img.outerHTML);
        if (known) {
          old.delete(img.outerHTML);
          img.replaceWith(known);
        }
      });
    }
  };

  const replace = ([at, removed, inserted]) => {
    const end = marks[at + removed];
    const parent = end.parentNode;
    const fresh = [];
    const come = document.createDocumentFragment();
    inserted.forEach((html) => {
      const m = document.createComment(mark);
      fresh.push(m);
      come.append(m, fragment(html));
    });
    const gone = [];
    if (removed > 0) {
      for (let n = marks[at]; n !== end; n = n.nextSibling) gone.push(n);
    }
    keepPictures(gone, come);
    gone.forEach((n) => n.remove());
    parent.insertBefore(come, end);
    marks.splice(at, removed, ...fresh);
  };

  // Which block to hold still: [its place before, its place after, its top].
  const anchor = (edits) => {
    const bottom = window.innerHeight;
    const seen = blockAt(0);
    for (let at = seen; at < count(); at++) {
      const top = edges(at)[0];
      if (top > bottom) break;
      let shift = 0;
      let stays = true;
      for (const [start, removed, inserted] of edits) {
        if (start + removed <= at) shift += inserted.length - removed;
        else if (start <= at) stays = at === seen && at - start < inserted.length;
      }
      if (stays) return [at + shift, top];
    }
    return null;
  };

  return {
    index: () => { index(); return count() + ' ' + (marks.length > 0 && sound()); },
    patch: (edits) => {
      const held = window.scrollY > 0 ? anchor(edits) : null;
      for (let i = edits.length - 1; i >= 0; i--) replace(edits[i]);
      if (held && held[0] < count()) {
        const moved = edges(held[0])[0] - held[1];
        if (Math.abs(moved) >= 0.5) settle(window.scrollY + moved);
      }
      rest = window.scrollY;
      return count();
    },
    place: () => placeAt(0).join(' '),
    placeUnder: (y) => placeAt(y).join(' '),
    selecting: () => !window.getSelection().isCollapsed,
    go: (block, part) => {
      if (count() < 1) return;
      const at = Math.min(block, count() - 1);
      const [top, bottom] = edges(at);
      let to = top + Math.min(part, 1) * (bottom - top);
      if (part > 1 && at + 1 < count()) to += (part - 1) * (edges(at + 1)[0] - bottom);
      settle(at === 0 && part === 0 ? 0 : window.scrollY + to);
    },
    zoom: (factor) => { unit = 1 / factor; },
    height: () => window.scrollY,
    scroll: (height) => settle(height),
    // Whether the reader moved the page, rather than this program.
    moved: () => Math.abs(window.scrollY - rest) >= 1,
    toNote: (id) => {
      const note = document.getElementById(id) || document.getElementsByName(id)[0];
      if (note) note.scrollIntoView({block: 'center'});
      return !!note;
    },
    css: (text) => { document.getElementById('galley-theme').textContent = text; },
    fill: (blocks) => {
      // The shell alone was loaded: every block is parsed on its own and put in its place.
      const end = document.createComment(mark);
      const all = document.createDocumentFragment();
      blocks.forEach((html) => all.append(document.createComment(mark), fragment(html)));
      all.append(end);
      const place = marks[0];
      place.parentNode.replaceChild(all, place);
      index();
      return count();
    },
  };
})('MARK');
