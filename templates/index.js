// Sort and filter the reports; the page says everything without it.
(function () {
  "use strict";
  var table = document.getElementById("ranking");
  if (!table) { return; }
  var body = table.tBodies[0];
  var heat = document.getElementById("heat").tBodies[0];
  var twins = Array.from(heat.rows);
  var rows = Array.from(body.rows).map(function (row, at) {
    return { row: row, twin: twins[at], at: at, town: row.cells[1].textContent };
  });
  var shown = document.getElementById("shown");
  var fields = ["town", "year", "band", "lack"].map(function (id) { return document.getElementById(id); });

  function passes(each) {
    var row = each.row;
    return fields.every(function (field) {
      var value = field ? field.value.trim() : "*";
      if (!value || value === "*") { return true; }
      if (field.id === "town") { return each.town.includes(value); }
      if (field.id === "lack") { return row.dataset.lack.split(" ").includes(value); }
      return row.dataset[field.id] === value;
    });
  }

  function filter() {
    var count = 0;
    rows.forEach(function (each) {
      var hidden = !passes(each);
      each.row.hidden = hidden;
      each.twin.hidden = hidden;
      count += hidden ? 0 : 1;
    });
    shown.textContent = count;
  }

  // The number that a cell begins with; what is no number stands last in either direction.
  function worth(each, column) {
    return parseFloat(each.row.cells[column].textContent);
  }

  function compare(column, sign, numeric) {
    return function (one, other) {
      var order;
      if (numeric) {
        var left = worth(one, column), right = worth(other, column);
        if (isNaN(left) || isNaN(right)) { return (isNaN(left) ? 1 : 0) - (isNaN(right) ? 1 : 0) || one.at - other.at; }
        order = left - right;
      } else {
        order = one.row.cells[column].textContent.localeCompare(other.row.cells[column].textContent, "zh-CN");
      }
      return sign * order || one.at - other.at;
    };
  }

  function sort(head) {
    var column = head.cellIndex;
    var falling = head.getAttribute("aria-sort") === "ascending";
    Array.from(head.parentNode.cells).forEach(function (cell) { cell.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", falling ? "descending" : "ascending");
    rows.sort(compare(column, falling ? -1 : 1, head.classList.contains("number")));
    rows.forEach(function (each) {
      body.appendChild(each.row);
      heat.appendChild(each.twin);
    });
  }

  Array.from(table.tHead.querySelectorAll("th")).forEach(function (head) {
    var button = document.createElement("button");
    button.type = "button";
    button.append.apply(button, Array.from(head.childNodes));
    head.appendChild(button);
    button.addEventListener("click", function () { sort(head); });
  });
  fields.forEach(function (field) {
    if (field) { field.addEventListener(field.id === "town" ? "input" : "change", filter); }
  });
  document.getElementById("tools").hidden = false;
  filter();
}());
