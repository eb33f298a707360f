<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Shared\Module;

final class DocumentsModule extends Module
{
    private ?SeriesRepository $series = null;
    private ?Glyphs $glyphs = null;

    public function tables(): array
    {
        return [DocumentsTable::class];
    }

    public function series(): SeriesRepository
    {
        return $this->series ??= new SeriesRepository($this->plugin->database(), $this->plugin->provided(UsedNumbers::class), $this->plugin->clock());
    }

    public function numbers(): NumberSeries
    {
        return new NumberSeries($this->series());
    }

    public function forms(): FormRepository
    {
        return new FormRepository($this->plugin->database());
    }

    public function images(): ImageRepository
    {
        return new ImageRepository($this->plugin->database());
    }

    public function pdfs(): PdfRepository
    {
        return new PdfRepository($this->plugin->database(), $this->plugin->clock());
    }

    /** What can be drawn on paper. */
    public function glyphs(): Glyphs
    {
        return $this->glyphs ??= new Glyphs();
    }

    /** Whether every number that was given is on a document. */
    public function series_check(): SeriesCheck
    {
        return new SeriesCheck($this->series(), $this->plugin->provided(UsedNumbers::class));
    }
}
