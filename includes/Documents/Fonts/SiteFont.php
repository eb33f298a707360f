<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Fonts;

use Counterfoil\Documents\Text\Weight;
use RuntimeException;

/** A font of the site, for characters that the plugin's own has not. Only what a document needs of it comes into its PDF. */
final class SiteFont
{
    /** Scripts that are drawn glyph beside glyph. Those of India and Thai are not: their glyphs change and move with their neighbours. */
    private const SCRIPTS = '/^[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Bopomofo}\p{Yi}\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}\p{Georgian}\p{Ethiopic}\p{Cherokee}\p{Common}]$/u';

    /** @var array<int, bool> */
    private array $known = [];

    public function __construct(private readonly FontFile $regular, private readonly FontFile $bold)
    {
    }

    /**
     * @param string $language BCP 47; of a collection for East Asia the face of this language is taken, for they draw some characters differently
     * @throws RuntimeException when the file is gone or no font
     */
    public static function open(string $path, string $language = ''): self
    {
        $bold = (string) preg_replace('/(?:[-_ ](?:Regular|Medium|Book))?(\.\w+)$/', '-Bold$1', $path);

        return new self(self::face($path, $language), self::face(is_file($bold) ? $bold : $path, $language));
    }

    public function has(int $character): bool
    {
        // TCPDF and jsPDF both stop at Unicode's first plane.
        return $this->known[$character] ??= $character <= 0xFFFF
            && preg_match(self::SCRIPTS, mb_chr($character)) === 1
            && $this->regular->glyph($character) !== 0
            && $this->bold->glyph($character) !== 0;
    }

    /** @return int thousandths of the font's size */
    public function width(int $character, Weight $weight): int
    {
        $font = $this->of($weight);

        return (int) round($font->advance($font->glyph($character)) * 1000 / $font->units_per_em);
    }

    /** @param list<int> $characters */
    public function subset(array $characters, Weight $weight): SubsetFont
    {
        return SubsetFont::of($this->of($weight), $characters);
    }

    private function of(Weight $weight): FontFile
    {
        return $weight === Weight::Bold ? $this->bold : $this->regular;
    }

    private static function face(string $path, string $language): FontFile
    {
        $wanted = match (true) {
            str_starts_with($language, 'ko') => 'KR',
            preg_match('/^zh-(TW|Hant)/', $language) === 1 => 'TC',
            preg_match('/^zh-(HK|MO)/', $language) === 1 => 'HK',
            str_starts_with($language, 'zh') => 'SC',
            default => 'JP',
        };
        $faces = count(FontFile::faces(FontBytes::open($path)));
        for ($face = 0; $face < $faces && $faces > 1; ++$face) {
            $font = new FontFile($path, $face);
            if (preg_match("/ {$wanted}\$/", $font->family()) === 1) {
                return $font;
            }
        }

        return new FontFile($path);
    }
}
