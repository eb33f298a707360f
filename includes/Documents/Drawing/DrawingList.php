<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Drawing;

use Counterfoil\Documents\Fonts\SiteFont;
use Counterfoil\Documents\Fonts\SubsetFont;
use Counterfoil\Documents\Text\Weight;
use Counterfoil\Shared\SafeImage;

/** Everything that is to be painted, page by page: what a painter needs and no more. */
final readonly class DrawingList
{
    /**
     * @param float $width millimetres
     * @param float $height millimetres
     * @param non-empty-list<list<Instruction>> $pages
     */
    public function __construct(
        public float $width,
        public float $height,
        public array $pages,
        public ?SafeImage $logo,
        public ?SiteFont $font = null,
    ) {
    }

    /** What of the site's font is needed; null when nothing is. */
    public function subset(Weight $weight): ?SubsetFont
    {
        $characters = [];
        foreach ($this->pages as $page) {
            foreach ($page as $mark) {
                if ($mark instanceof Text && $mark->is_site && $mark->weight === $weight) {
                    array_push($characters, ...array_map(mb_ord(...), mb_str_split($mark->text)));
                }
            }
        }

        return $characters === [] ? null : $this->font?->subset(array_values(array_unique($characters)), $weight);
    }

    /**
     * @return array{width: float, height: float, logo: array{mime: string, data: string, width: int, height: int}|null,
     *     fonts: array{regular: string|null, bold: string|null},
     *     pages: non-empty-list<list<array<string, string|float>>>}
     */
    public function to_array(): array
    {
        return [
            'width' => $this->width,
            'height' => $this->height,
            'logo' => $this->logo?->to_array(),
            'fonts' => array_map(
                fn (Weight $weight): ?string => ($subset = $this->subset($weight)) === null ? null : base64_encode($subset->bytes),
                ['regular' => Weight::Regular, 'bold' => Weight::Bold]
            ),
            'pages' => array_map(
                static fn (array $page): array => array_map(
                    static fn (Instruction $instruction): array => $instruction->to_array(),
                    $page,
                ),
                $this->pages,
            ),
        ];
    }
}
