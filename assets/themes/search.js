(function () {
  var box = document.getElementById('search');
  var field = document.getElementById('words');
  var count = document.getElementById('count');
  var results = document.getElementById('results');
  var posts = null;
  function folded(text) {
    return text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  }
  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }
  function shown(row) {
    var article = document.createElement('article');
    var heading = document.createElement('h2');
    var link = element('a', row[1]);
    link.href = box.dataset.root + row[0];
    heading.append(link);
    article.append(heading);
    if (row[2]) {
      var dek = element('p', row[2]);
      dek.className = 'dek';
      article.append(dek);
    }
    if (row[3]) {
      var line = document.createElement('p');
      line.className = 'row';
      line.append(element('span', row[3]));
      if (row[4]) line.append(element('span', row[4]));
      article.append(line);
    }
    return article;
  }
  function look() {
    var words = folded(field.value).split(/\s+/).filter(Boolean);
    results.textContent = '';
    count.textContent = '';
    if (!posts || !words.length) return;
    var found = posts.filter(function (post) {
      return words.every(function (word) { return post.all.indexOf(word) >= 0; });
    });
    found.sort(function (a, b) { return score(b, words) - score(a, words); });
    count.textContent =
      found.length ? box.dataset.found.replace('#', found.length) : box.dataset.none;
    found.slice(0, 40).forEach(function (post) { results.append(shown(post.row)); });
  }
  function score(post, words) {
    return words.filter(function (word) { return post.headline.indexOf(word) >= 0; }).length;
  }
  fetch(box.dataset.index).then(function (answer) { return answer.json(); }).then(function (rows) {
    posts = rows.map(function (row) {
      return { row: row, headline: folded(row[1]), all: folded(row.slice(1).join(' ')) };
    });
    box.hidden = false;
    field.value = new URLSearchParams(location.search).get('q') || '';
    field.addEventListener('input', look);
    look();
  }, function () {});
})();
