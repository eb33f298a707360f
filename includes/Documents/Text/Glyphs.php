<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

/**
 * What the paper's fonts can draw. Decided by their glyphs, never by a list of languages: whoever puts words, amounts
 * or days on paper asks here, and whoever types is told by it.
 */
final readonly class Glyphs
{
    public function __construct(private FontMetrics $metrics = new FontMetrics())
    {
    }

    public function can_draw(string $text): bool
    {
        return preg_match('/^[\x20-\x7E]*$/D', $text) === 1 || $this->missing($text) === [];
    }

    /** @return list<string> the characters of a text that neither weight can draw, each once, as they were typed */
    public function missing(string $text): array
    {
        $missing = [];
        foreach (PrintableText::paragraphs($text) as $paragraph) {
            $characters = array_map(mb_ord(...), mb_str_split($paragraph));
            $shaped = $this->metrics->lacks($characters) === [] ? $characters : ArabicShaping::shape($characters);
            foreach ($this->metrics->lacks($shaped) as $character) {
                $missing[$character] = mb_chr($character);
            }
        }

        return array_values($missing);
    }
}
