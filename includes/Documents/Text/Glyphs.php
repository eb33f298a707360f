<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

use Counterfoil\Documents\Fonts\SiteFont;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\PdfFont;

/**
 * What the paper's fonts can draw. Decided by their glyphs, never by a list of languages: whoever puts words, amounts
 * or days on paper asks here, and whoever types is told by it.
 */
final class Glyphs
{
    /** Texts of which it is kept whether they can be drawn. */
    private const KEPT = 1_000;

    private ?FontMetrics $metrics = null;
    private ?SiteFont $measured = null;

    /** @var array<string, bool> texts of papers: their words, amounts and days are the same again and again */
    private array $can_be_drawn = [];

    public function __construct(private readonly ?PdfFont $font = null)
    {
    }

    public function can_draw(string $text): bool
    {
        $this->metrics();
        if (! isset($this->can_be_drawn[$text])) {
            $this->can_be_drawn = count($this->can_be_drawn) < self::KEPT ? $this->can_be_drawn : [];
            $this->can_be_drawn[$text] = $this->missing($text) === [];
        }

        return $this->can_be_drawn[$text];
    }

    /** @return list<string> the characters of a text that neither weight can draw, each once, as they were typed */
    public function missing(string $text): array
    {
        // Every font has these.
        if (preg_match('/^[\n\x20-\x7E]*$/D', $text) === 1) {
            return [];
        }
        $metrics = $this->metrics();
        $missing = [];
        foreach (PrintableText::paragraphs($text) as $paragraph) {
            $characters = array_map(mb_ord(...), mb_str_split($paragraph));
            $shaped = $metrics->lacks($characters) === [] ? $characters : ArabicShaping::shape($characters);
            foreach ($metrics->lacks($shaped) as $character) {
                $missing[$character] = mb_chr($character);
            }
        }

        return array_values($missing);
    }

    /** Whether all that stands on a paper can be drawn with the fonts of this moment: a site's font can be taken away. */
    public function can_draw_paper(Paper $paper): bool
    {
        $texts = array_diff_key($paper->to_array(), ['logo' => true]);
        $all = '';
        array_walk_recursive($texts, static function (mixed $text) use (&$all): void {
            $all .= is_string($text) ? "{$text}\n" : '';
        });

        return $this->can_draw($all);
    }

    private function metrics(): FontMetrics
    {
        $font = $this->font?->for('');
        if ($this->metrics === null || $font !== $this->measured) {
            $this->metrics = new FontMetrics($font);
            $this->measured = $font;
            $this->can_be_drawn = [];
        }

        return $this->metrics;
    }
}
