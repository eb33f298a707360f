<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Text;

use Counterfoil\Documents\Fonts\SiteFont;

/** How wide text is. Read from the font's definition, without loading the PDF library. */
final class FontMetrics
{
    private const MM_PER_POINT = 25.4 / 72;

    /** @var array<string, array<int, int>> by weight: code point => thousandths of the font's size */
    private array $widths = [];

    /** @param SiteFont|null $more has what the plugin's own font has not */
    public function __construct(private readonly ?SiteFont $more = null)
    {
    }

    /**
     * @param list<int> $characters
     * @return float millimetres
     */
    public function width(array $characters, Weight $weight, float $points): float
    {
        $widths = $this->widths[$weight->value] ??= self::read($weight->definition());
        $sum = 0;
        foreach ($characters as $character) {
            $sum += $widths[$character] ?? ($this->more?->has($character) === true ? $this->more->width($character, $weight) : 0);
        }

        return $sum / 1000 * $points * self::MM_PER_POINT;
    }

    /**
     * @param list<int> $characters
     * @return list<int> the same, with a visible mark for each that the font cannot draw
     */
    public function drawable(array $characters, Weight $weight): array
    {
        $widths = $this->widths[$weight->value] ??= self::read($weight->definition());
        foreach ($characters as $i => $character) {
            if (! isset($widths[$character]) && $character !== PrintableText::NON_JOINER && $this->more?->has($character) !== true) {
                $characters[$i] = PrintableText::REPLACEMENT;
            }
        }

        return $characters;
    }

    /**
     * @param list<int> $characters that can be drawn
     * @return list<array{list<int>, bool}> what belongs together, and whether it is drawn with the site's font
     */
    public function runs(array $characters, Weight $weight): array
    {
        $widths = $this->widths[$weight->value] ??= self::read($weight->definition());
        $runs = [];
        $run = [];
        $is_of_site = false;
        foreach ($characters as $character) {
            $is_site = $this->more !== null && ! isset($widths[$character]);
            if ($run !== [] && $is_site !== $is_of_site) {
                $runs[] = [$run, $is_of_site];
                $run = [];
            }
            $run[] = $character;
            $is_of_site = $is_site;
        }
        $runs[] = [$run, $is_of_site];

        return $runs;
    }

    /**
     * @param list<int> $characters
     * @return list<int> those that one of the weights cannot draw
     */
    public function lacks(array $characters): array
    {
        $lacking = [];
        foreach (Weight::cases() as $weight) {
            foreach ($this->drawable($characters, $weight) as $i => $drawn) {
                if ($drawn !== $characters[$i]) {
                    $lacking[$characters[$i]] = $characters[$i];
                }
            }
        }

        return array_values($lacking);
    }

    /** @return array<int, int> */
    private static function read(string $definition): array
    {
        $cw = [];
        require $definition;

        return $cw;
    }
}
