<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Business\BusinessModule;
use Counterfoil\Documents\Fonts\InstalledFonts;
use Counterfoil\Documents\Rest\DesignController;
use Counterfoil\Documents\Rest\NumberingController;
use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Portals\PortalsModule;
use Counterfoil\Shared\Module;
use Counterfoil\Shared\Rest\CsvFile;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Rest\Routes;

final class DocumentsModule extends Module
{
    private ?SeriesRepository $series = null;
    private ?Glyphs $glyphs = null;
    private ?PdfFont $font = null;

    public function tables(): array
    {
        return [DocumentsTable::class];
    }

    public function series(): SeriesRepository
    {
        return $this->series ??= new SeriesRepository($this->plugin->database(), $this->used(), $this->plugin->clock());
    }

    private function used(): NumbersOfKinds
    {
        return new NumbersOfKinds($this->plugin->provided(UsedNumbers::class), $this->plugin->provided(UsedReceiptNumbers::class));
    }

    public function numbers(): NumberSeries
    {
        return new NumberSeries($this->series());
    }

    /** How new documents look. */
    public function designs(): DesignRepository
    {
        return new DesignRepository($this->plugin->settings(), $this->plugin->module(BusinessModule::class)->business(...));
    }

    public function update_design(): UpdateDesign
    {
        return new UpdateDesign($this->plugin->changes(), $this->designs(), $this->glyphs());
    }

    /** How the numbers of each kind of document are written. */
    public function numbering(): NumberingRepository
    {
        return new NumberingRepository($this->plugin->settings(), $this->series(), $this->today(...));
    }

    public function update_numbering(): UpdateNumbering
    {
        return new UpdateNumbering($this->plugin->changes(), $this->numbering(), $this->series(), $this->used(), $this->today(...));
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

    /** The site's font for what the plugin's own has not. */
    public function pdf_font(): PdfFont
    {
        return $this->font ??= new PdfFont(fn (): string => (string) $this->plugin->settings()->get(ChooseFont::SETTING, ChooseFont::DEFAULTS)['font']);
    }

    public function choose_font(): ChooseFont
    {
        return new ChooseFont($this->plugin->changes(), $this->plugin->settings(), new InstalledFonts());
    }

    public function sentences(): array
    {
        return [
            'settings.pdf_font_updated' => static fn (): string => __('PDF font changed', 'counterfoil'),
            'settings.design_updated' => static fn (): string => __('Document design changed', 'counterfoil'),
            'settings.numbering_updated' => static fn (): string => __('Number formats changed', 'counterfoil'),
        ];
    }

    public function routes(Routes $routes): void
    {
        $routes->bind('pdf-font.get', fn (): array => $this->choose_font()->to_wire());
        $routes->bind('pdf-font.update', function (Request $request): array {
            $this->choose_font()->handle($request->body['font'], $request->viewer->actor);

            return $this->choose_font()->to_wire();
        });
        $routes->bind('design.get', fn (): array => $this->design_controller()->get());
        $routes->bind('design.update', fn (Request $request): array => $this->design_controller()->update($request));
        $routes->bind('numbering.get', fn (): array => $this->numbering_controller()->get());
        $routes->bind('numbering.update', fn (Request $request): array => $this->numbering_controller()->update($request));
        $routes->bind('numbering.report', fn (): array => $this->numbering_controller()->report());
        $routes->bind('numbering.export', fn (): CsvFile => $this->numbering_controller()->export());
    }

    /** What can be drawn on paper. */
    public function glyphs(): Glyphs
    {
        return $this->glyphs ??= new Glyphs($this->pdf_font());
    }

    /** Whether every number that was given is on a document. */
    public function series_check(): SeriesCheck
    {
        return new SeriesCheck($this->series(), $this->used());
    }

    private function design_controller(): DesignController
    {
        return new DesignController($this->designs(), $this->update_design(), $this->plugin->module(PortalsModule::class)->portals());
    }

    private function numbering_controller(): NumberingController
    {
        return new NumberingController($this->numbering(), $this->update_numbering(), $this->series_check(), $this->today(...));
    }

    private function today(): string
    {
        return $this->plugin->module(BusinessModule::class)->calendar()->today();
    }
}
