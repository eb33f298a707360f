<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Layout;

use Counterfoil\Documents\Colour;
use Counterfoil\Documents\Drawing\DrawingList;
use Counterfoil\Documents\Drawing\Sheets;
use Counterfoil\Documents\Fonts\SiteFont;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Text\FontMetrics;
use Counterfoil\Documents\Text\Typesetter;
use Counterfoil\Documents\Text\Weight;
use Counterfoil\Shared\Contrast;

/** Lays a document out on its sheet, from the letterhead down to the page numbers. */
final readonly class PaperLayout
{
    private const LOGO_WIDTH = 52.0;
    private const LOGO_HEIGHT = 20.0;
    private const TITLE_WIDTH = 100.0;
    private const TITLE_SIZES = [22, 20, 18, 16];
    private const BETWEEN_COLUMNS = 10.0;

    private Style $headline;
    private Style $text;
    private Style $name;
    private Style $label;
    private Style $small;

    private Typesetter $typesetter;

    public function __construct(private ?SiteFont $font = null)
    {
        $this->typesetter = new Typesetter(new FontMetrics($font));
        $this->headline = new Style(15, 7, Colour::INK, Weight::Bold);
        $this->text = new Style(9.5, 4.9);
        $this->name = new Style(9.5, 4.9, Colour::INK, Weight::Bold);
        $this->label = new Style(9.5, 4.9, Colour::GREY);
        $this->small = new Style(8, 4, Colour::GREY);
    }

    public function lay_out(Paper $paper): DrawingList
    {
        $sheets = new Sheets($paper->page, $paper->direction === 'rtl');
        $flow = new Flow($sheets, $this->typesetter);
        $sheets->box(0, 0, $paper->page->width(), 2.2, $paper->accent);
        $this->letterhead($flow, $paper);
        $this->facts($flow, $paper);
        $this->parties($flow, $paper);
        $this->what_is_due($flow, $paper);
        $totals = new TotalsBlock($flow, $paper->totals);
        $transfer = new TransferBlock($flow, $paper->transfer);
        $height = max($totals->height(), $transfer->height());
        (new LinesTable($flow, $paper->columns, $paper->lines))->draw($height);
        if ($height > $flow->room() && $height < $flow->height()) {
            $flow->turn();
        }
        $transfer->draw();
        $bottom = $flow->y + $transfer->height();
        $page = $sheets->count();
        $totals->draw();
        $flow->y = $page === $sheets->count() ? max($flow->y, $bottom) : $flow->y;
        $this->notes($flow, $paper->notes);
        $this->footer($flow, $paper);
        $this->page_numbers($flow, $paper);

        return new DrawingList($paper->page->width(), $paper->page->height(), $sheets->pages(), $paper->logo, $this->font);
    }

    private function letterhead(Flow $flow, Paper $paper): void
    {
        $flow->y = 19.0;
        $bottom = $flow->y;
        if ($paper->logo !== null) {
            $scale = min(self::LOGO_WIDTH / $paper->logo->width, self::LOGO_HEIGHT / $paper->logo->height);
            $width = $paper->logo->width * $scale;
            $height = $paper->logo->height * $scale;
            $flow->sheets->picture($flow->right - $width, $flow->y, $width, $height);
            $bottom += $height;
        } else {
            $name = new Style(13, 9.5, Contrast::readable($paper->accent), Weight::Bold);
            foreach ($flow->set($paper->seller['name'], $name, 64.0) as $line) {
                $flow->put_to($line, $name, $flow->right, $bottom);
                $bottom += 6.0;
            }
        }
        $flow->write($paper->title, $this->title_style($flow, $paper->title), Flow::LEFT, self::TITLE_WIDTH);
        $flow->y = max($flow->y + 3.5, $bottom - count($paper->facts) * $this->text->leading + 2.0);
    }

    /** A long number makes the title smaller before it makes it two lines. */
    private function title_style(Flow $flow, string $title): Style
    {
        foreach (self::TITLE_SIZES as $size) {
            $style = new Style($size, 9.5, Colour::INK, Weight::Bold);
            if ($flow->one($title, $style)->width <= self::TITLE_WIDTH) {
                return $style;
            }
        }

        return new Style(16, 7.5, Colour::INK, Weight::Bold);
    }

    private function facts(Flow $flow, Paper $paper): void
    {
        $labels = array_map(fn (array $fact) => $flow->one($fact['label'], $this->label), $paper->facts);
        $widest = min(45.0, max([0.0, ...array_column($labels, 'width')]));
        foreach ($paper->facts as $fact) {
            $left = $flow->set($fact['label'], $this->label, $widest + 0.01);
            $right = $flow->set($fact['value'], $this->text, 95.0 - $widest);
            for ($i = 0; $i < max(count($left), count($right)); ++$i) {
                $top = $flow->take($this->text->leading);
                isset($left[$i]) && $flow->put($left[$i], $this->label, Flow::LEFT, $top);
                isset($right[$i]) && $flow->put($right[$i], $this->text, Flow::LEFT + $widest + 6.0, $top);
            }
        }
        $flow->skip(9.0);
    }

    private function parties(Flow $flow, Paper $paper): void
    {
        $columns = [];
        $width = ($flow->width - self::BETWEEN_COLUMNS) / 2;
        foreach ([[Flow::LEFT, $paper->seller], [$flow->right - $width, $paper->buyer]] as [$x, $party]) {
            $rows = [];
            foreach ([[$party['label'], $this->label], [$party['name'], $this->name]] as [$text, $style]) {
                foreach ($flow->set($text, $style, $width) as $line) {
                    $rows[] = [$line, $style];
                }
            }
            foreach ($party['lines'] as $text) {
                foreach ($flow->set($text, $this->text, $width) as $line) {
                    $rows[] = [$line, $this->text];
                }
            }
            $columns[] = [$x, $rows];
        }
        for ($i = 0; $i < max(count($columns[0][1]), count($columns[1][1])); ++$i) {
            $top = $flow->take($this->text->leading);
            foreach ($columns as [$x, $rows]) {
                if (isset($rows[$i])) {
                    $flow->put($rows[$i][0], $rows[$i][1], $x, $top);
                }
            }
        }
        $flow->skip(10.0);
    }

    /** The sum, how to pay it, and what the seller wants to say. */
    private function what_is_due(Flow $flow, Paper $paper): void
    {
        if ($paper->headline !== null) {
            $flow->write($paper->headline, $this->headline, Flow::LEFT, $flow->width);
            $flow->skip(1.0);
        }
        if ($paper->pay_hint !== null) {
            $this->pay_hint($flow, $paper->pay_hint, Contrast::readable($paper->accent));
        }
        if ($paper->message !== null && trim($paper->message) !== '') {
            $flow->skip(3.0);
            $flow->write($paper->message, $this->text, Flow::LEFT, 150.0);
        }
        $flow->skip(8.0);
    }

    /** @param array{text: string, url: string|null} $hint */
    private function pay_hint(Flow $flow, array $hint, string $accent): void
    {
        $opens = $hint['url'] !== null && preg_match('#^https?://[\x21-\x7e]+$#D', $hint['url']) === 1 ? $hint['url'] : null;
        $style = new Style(9.5, 4.9, $opens === null ? Colour::GREY : $accent, $opens === null ? Weight::Regular : Weight::Bold);
        foreach ($flow->set($hint['text'], $style, $flow->width) as $line) {
            $top = $flow->take($style->leading);
            $flow->put($line, $style, Flow::LEFT, $top);
            if ($opens !== null) {
                $flow->sheets->link(Flow::LEFT, $top, $line->width, $style->leading, $opens);
            }
        }
    }

    /**
     * What has to be said of the taxes, below the sums it is about.
     *
     * @param list<string> $notes
     */
    private function notes(Flow $flow, array $notes): void
    {
        if ($notes !== []) {
            $flow->skip(5.0);
        }
        foreach ($notes as $note) {
            $flow->write($note, $this->text, Flow::LEFT, $flow->width);
        }
    }

    /** At the foot of the last page where there is room; small print reads worst in the middle of a sheet. */
    private function footer(Flow $flow, Paper $paper): void
    {
        if ($paper->footer === null || trim($paper->footer) === '') {
            return;
        }
        $height = count($flow->set($paper->footer, $this->small, $flow->width)) * $this->small->leading;
        if ($height + 8.0 > $flow->room() && $height < $flow->height()) {
            $flow->turn();
        }
        $flow->y = max($flow->y + 8.0, $flow->bottom - $height);
        $flow->write($paper->footer, $this->small, Flow::LEFT, $flow->width);
    }

    private function page_numbers(Flow $flow, Paper $paper): void
    {
        $count = $flow->sheets->count();
        $running = $flow->set($paper->title, $this->small, 120.0)[0];
        for ($page = 0; $page < $count; ++$page) {
            $label = strtr($paper->page_label, [
                '%1$d' => (string) ($page + 1), '%2$d' => (string) $count,
                '%1$s' => (string) ($page + 1), '%2$s' => (string) $count,
            ]);
            $flow->sheets->go_to($page);
            $flow->sheets->rule(Flow::LEFT, $paper->page->height() - 18.0, $flow->width, 0.2, Colour::HAIRLINE);
            $flow->put($running, $this->small, Flow::LEFT, $paper->page->height() - 16.0);
            $flow->put_to($flow->one($label, $this->small), $this->small, $flow->right, $paper->page->height() - 16.0);
        }
    }
}
