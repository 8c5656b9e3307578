// Tables for people: columns aligned by display width, two spaces between them, no lines drawn
// (box characters are two columns wide on some Chinese terminals).
#pragma once

#include <grid/text/width.h>

#include <string>
#include <vector>

namespace grid::text {

struct Column {
  std::string heading;
  Align align = Align::left;  // right: for numbers
  int max_width = 0;          // longer cells are cut with "…"; 0: no bound
};

// Collects all rows, since the widest cell decides; then writes them.
class TableWriter {
 public:
  explicit TableWriter(std::vector<Column> columns);

  // Cells are escaped for a terminal here. Missing cells are empty; more than there are
  // columns is a defect of the caller.
  void add_row(const std::vector<std::string>& cells);
  bool empty() const { return rows_.empty(); }

  // Appends the headings (unless all are empty) and the rows, a line each, without trailing
  // spaces.
  void write(std::string& out) const;

 private:
  struct Cell {
    std::string text;
    int width = 0;
  };
  Cell make_cell(const std::string& text, const Column& column) const;
  void write_line(const std::vector<Cell>& cells, std::string& out) const;

  std::vector<Column> columns_;
  std::vector<Cell> headings_;
  std::vector<std::vector<Cell>> rows_;
  std::vector<int> widths_;  // of each column, so far
};

}  // namespace grid::text
