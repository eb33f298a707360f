<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Documents\Drawing\DrawingList;

/** Turns positioned instructions into a PDF. It lays nothing out and breaks no line. */
interface PdfPainter
{
    /** @return string the file's bytes; the same input gives the same bytes */
    public function paint(DrawingList $drawing, PdfMetadata $meta): string;
}
