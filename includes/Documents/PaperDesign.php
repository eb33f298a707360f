<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

/** What the business chose of how its documents look. It is copied into each document when that is issued. */
final readonly class PaperDesign
{
    /** @param list<PaperField> $hidden what is left out */
    public function __construct(
        /** "#1a2b3c"; empty for the brand's */
        public string $accent = '',
        public PageSize $page = PageSize::A4,
        public array $hidden = [],
        /** Below everything else; may be empty */
        public string $footer = '',
    ) {
    }

    /** @param array<string, mixed> $wire as the contract's `design` has it */
    public static function from_wire(array $wire): self
    {
        $shown = $wire['fields'];

        return new self(
            strtolower($wire['accent']),
            PageSize::from($wire['page']),
            array_values(array_filter(PaperField::cases(), static fn (PaperField $field): bool => ! in_array($field->value, $shown, true))),
            trim($wire['footer']),
        );
    }

    public function shows(PaperField $field): bool
    {
        return ! in_array($field, $this->hidden, true);
    }

    /** @return array{accent: string, page: string, fields: list<string>, footer: string} */
    public function to_wire(): array
    {
        $shown = array_filter(PaperField::cases(), $this->shows(...));

        return [
            'accent' => $this->accent,
            'page' => $this->page->value,
            'fields' => array_values(array_map(static fn (PaperField $field): string => $field->value, $shown)),
            'footer' => $this->footer,
        ];
    }
}
