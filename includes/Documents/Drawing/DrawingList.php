<?php

declare(strict_types=1);

namespace Counterfoil\Documents\Drawing;

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
    ) {
    }

    /**
     * @return array{width: float, height: float, logo: array{mime: string, data: string, width: int, height: int}|null,
     *     pages: non-empty-list<list<array<string, string|float>>>}
     */
    public function to_array(): array
    {
        return [
            'width' => $this->width,
            'height' => $this->height,
            'logo' => $this->logo?->to_array(),
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
