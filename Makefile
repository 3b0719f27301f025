# Every path is relative, so a checkout in a folder with spaces in its name works too.
.DEFAULT_GOAL := help
.PHONY: help demo test fuzz bench bench-copies check lint format golden screenshots accuracy train constraints bundle bundle-test install-test clean

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$p; break; fi; done)
BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PY := $(BIN)/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
# More arguments for pytest: make test ARGS="-k evaluate"
ARGS ?=
# What the tests are run with; with the words of pictures too: make test EXTRAS=dev,ocr
EXTRAS ?= dev

help:  ## 列出全部目标
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1	\2/p' Makefile | while IFS='	' read -r name words; do \
		printf '  make %-12s %s\n' "$$name" "$$words"; done

# examples/refused holds other kinds of documents, so the answer is 3 by design.
demo: .venv/.runtime  ## 建立 .venv，给 examples/ 评分，生成 out/demo 下的 HTML 评分表
	@$(PY) -m scorer score examples -o out/demo -f terminal -f html -f json || test $$? -eq 3
	@echo "评分单：out/demo/index.html（用浏览器打开）"

test: .venv/.dev  ## 建立 .venv，运行全部测试（统计覆盖率：make test ARGS=--cov）
	@$(PY) -m pytest -n auto --dist worksteal $(ARGS)

fuzz: .venv/.dev  ## 用两千多个损坏的文件试读（四五分钟），列出各种格式的结果
	@$(PY) -m pytest -q -s tests/fuzz --fuzz 2400 $(ARGS)

bench: .venv/.runtime  ## 测速度：与 ripgrep、textlint、semgrep 等比（装法见 docs/performance.md；ARGS="--reports 2000"）
	@$(PY) scripts/bench/run.py $(ARGS)

bench-copies: .venv/.runtime  ## 测比对：造一批埋有抄录文字的报告，看找到多少、用多少时间（ARGS="-n 10000 --jobs 2"）
	@$(PY) scripts/bench/near_copies.py $(ARGS)

check: lint test  ## 代码检查和全部测试

lint: .venv/.dev  ## ruff 检查、格式检查、mypy
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

format: .venv/.dev  ## 按 ruff 的格式改写代码
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

golden: .venv/.dev  ## 重写标准输出文件（之后请逐行看 git diff）
	@$(PY) -m pytest -q --golden $(ARGS)

screenshots: .venv/.dev  ## 用本机的 Chromium 重拍 docs/images 里的图
	@$(PY) scripts/screenshots.py

accuracy: .venv/.runtime  ## 与人工标注比对：examples/、corpus/，以及旁边有的 ../shared/gold
	@for script in ablation worst overlap; do \
		echo "== scripts/$$script.py"; $(PY) "scripts/$$script.py" || exit 1; done
	@for folder in corpus/held-out corpus/findings corpus/reports examples ../shared/gold; do if [ -d "$$folder" ]; then \
		echo "== $$folder"; $(PY) -m scorer evaluate "$$folder" || test $$? -eq 3 || exit 1; fi; done

train: .venv/.dev  ## 用 corpus/ 里的句子重新训练 rubrics/topics.json
	@$(PIP) --editable '.[train]'
	@$(PY) scripts/train_topics.py

constraints: .venv/.dev  ## 把 .venv 里现有的版本写进 constraints.txt
	@{ echo "# Versions the project is tested with; made by 'make constraints'."; \
		$(PY) -m pip freeze --exclude-editable --exclude scorer --exclude pip --exclude setuptools; } > out.tmp
	@mv out.tmp constraints.txt

bundle: .venv/.dev  ## 制作离线安装包（Windows、Linux）到 dist/bundle，每种一个基本的、一个带 OCR 的
	@$(PY) scripts/bundle/build.py dist/bundle $(ARGS)

bundle-test: .venv/.dev  ## 制作本机能运行的离线安装包，在没有网络的空目录里安装、评分，与源码的结果比对
	@$(PY) scripts/bundle/build.py dist/bundle linux-$(if $(filter aarch64,$(shell uname -m)),aarch64,x64)
	@for zip in dist/bundle/scorer-*-linux-*.zip; do sh scripts/prove_bundle.sh "$$zip" "$(CURDIR)/$(PY)" || exit 1; done

install-test: .venv/.dev  ## 在新的环境里只装 pip install .，试读各种格式，看缺少组件时的提示
	@sh scripts/prove_install.sh "$(CURDIR)/$(PY)"

clean:  ## 删除输出和缓存（.venv 保留）
	@rm -rf out build dist htmlcov .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find scorer tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.made:
	@if [ -z "$(PYTHON)" ]; then \
		echo "没有找到 Python 3.11 或更高版本，请安装后重试，或用 make PYTHON=路径 指定。" >&2; exit 1; fi
	@if ! $(PY) -m pip --version >/dev/null 2>&1; then \
		echo "正在建立 .venv …"; "$(PYTHON)" -m venv --clear .venv; fi
	@touch $@

.venv/.runtime: .venv/.made pyproject.toml constraints.txt
	@echo "正在安装运行所需的库（只在第一次，约一分钟）…"
	@$(PIP) --editable .
	@touch $@

.venv/.dev: .venv/.made pyproject.toml constraints.txt
	@echo "正在安装测试所需的库（只在第一次，约一分钟）…"
	@$(PIP) --editable '.[$(EXTRAS)]'
	@touch $@ .venv/.runtime
