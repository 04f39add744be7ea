# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Steps with pictures: what the tour prints and leaves behind."""
from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from pathlib import Path

from desktop import Desktop


class Album:
    def __init__(self, folder: Path, desktop: Desktop):
        self.folder = folder
        self.desktop = desktop
        self.count = 0
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()

    @contextmanager
    def step(self, slug: str, sentence: str):
        """Prints the sentence, runs the step, takes its picture; a step that fails leaves a picture of its failure."""
        self.count += 1
        picture = self.folder / f"{self.count:02d}-{slug}.png"
        started = time.monotonic()
        try:
            yield
        except BaseException as error:
            self.desktop.screenshot(picture.with_name(f"{self.count:02d}-{slug}-FAILED.png"))
            print(f"  ✗ {self.count:02d} {sentence}\n      {error}", file=sys.stderr, flush=True)
            raise
        self.desktop.screenshot(picture)
        print(f"  ✓ {self.count:02d} {sentence} ({time.monotonic() - started:.1f} s)", flush=True)
