// Filter the criteria by outcome and fold the parts; the page says everything without it.
(function () {
  "use strict";
  var tools = document.getElementById("tools");
  var boxes = Array.from(tools.querySelectorAll("input"));
  var rows = Array.from(document.querySelectorAll(".criteria tbody tr"));
  var parts = Array.from(document.querySelectorAll("details.part"));
  var shown = document.getElementById("shown");

  function filter() {
    var wanted = boxes.filter(function (box) { return box.checked; });
    var states = wanted.map(function (box) { return box.value; });
    rows.forEach(function (row) { row.hidden = !states.includes(row.dataset.outcome); });
    parts.forEach(function (part) {
      part.hidden = !part.querySelector("tbody tr:not([hidden])");
    });
    shown.textContent = rows.filter(function (row) { return !row.hidden; }).length;
  }

  function fold(open) {
    parts.forEach(function (part) { part.open = open; });
  }

  // A link to a criterion shows it, whatever the filter and the folds hide.
  function reveal() {
    var place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var row = place && place.closest(".criteria tbody tr");
    if (!row) { return; }
    if (row.hidden) {
      boxes.forEach(function (box) { box.checked = true; });
      filter();
    }
    row.closest("details").open = true;
    row.scrollIntoView();
  }

  boxes.forEach(function (box) { box.addEventListener("change", filter); });
  document.getElementById("fold").addEventListener("click", function () { fold(false); });
  document.getElementById("unfold").addEventListener("click", function () { fold(true); });
  window.addEventListener("hashchange", reveal);
  tools.hidden = false;
  filter();
  reveal();
}());
