<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Documents\Codes\CreditorReference;
use Counterfoil\Documents\Codes\QrCode;
use Counterfoil\Documents\Codes\TransferCode;
use Counterfoil\Shared\SafeImage;

/**
 * An invoice or a receipt as people read it: every string is made (translated, formatted), nothing is computed after this.
 * What is mailed, previewed and shown as paper comes from one of these. src/contract/documents/paper.ts is its twin.
 *
 * @phpstan-type Party array{label: string, name: string, lines: list<string>}
 * @phpstan-type Fact array{label: string, value: string}
 * @phpstan-type Columns array{description: string, quantity: string|null, unit_price: string|null, discount: string|null,
 *     tax: string|null, amount: string}
 * @phpstan-type Line array{description: string, detail: string|null, quantity: string|null, unit_price: string|null,
 *     discount: string|null, tax: string|null, amount: string}
 * @phpstan-type Total array{label: string, value: string, strong: bool}
 * @phpstan-type PayHint array{text: string, url: string|null}
 * @phpstan-type Code array{text: string, correction: 'L'|'M', caption: string}
 * @phpstan-type Transfer array{label: string, lines: list<string>, code: Code|null}
 * @phpstan-type Shape array{
 *     locale: string, direction: 'ltr'|'rtl', page: string, title: string, headline: string|null, accent: string,
 *     logo: array{mime: string, data: string, width: int, height: int}|null,
 *     seller: Party, buyer: Party, facts: list<Fact>, columns: Columns, lines: list<Line>, totals: list<Total>, notes: list<string>,
 *     message: string|null, pay_hint: PayHint|null, transfer: Transfer|null, footer: string|null, page_label: string
 * }
 */
final readonly class Paper
{
    /** Stands where the number will be, which is known last. Nothing that is typed is looked through for it. */
    public const NUMBER = "\u{FFFC}";

    /** Stands where the creditor reference (ISO 11649) of the number will be. */
    public const CREDITOR_REFERENCE = "\u{FFF9}";

    /**
     * @param string $locale BCP 47, as in "pl-PL"
     * @param 'ltr'|'rtl' $direction the way the paper's own language is written; names may differ
     * @param PageSize $page the sheet it is printed on
     * @param string $title "Invoice INV-0001", "Draft invoice"
     * @param string|null $headline the sum that matters, "€1,176.91 due 12 December 2026"
     * @param string $accent the brand's colour, #rrggbb; darkened where it would be hard to read
     * @param array $seller label "From", name, then address, tax id and the like, a line each
     * @param array $buyer label "Bill to", and so on
     * @param array $facts number, date of issue, due date, website, in this order
     * @param array $columns a null leaves the column out
     * @param array $lines quantities and money as they are to be read
     * @param array $totals net, discount, tax per rate, total, paid, due; no zero lines; "strong" for what counts
     * @param array $notes what the law wants to be said: "Reverse charge …", a line each
     * @param string|null $message the personal message; line breaks are kept
     * @param array|null $pay_hint "Pay online at …"; with an http(s) address it can be clicked
     * @param array|null $transfer how to pay by bank transfer: "Bank transfer", the account line by line, and a code to scan
     * @param string $page_label "Page %1$d of %2$d"
     * @phpstan-param Party $seller
     * @phpstan-param Party $buyer
     * @phpstan-param list<Fact> $facts
     * @phpstan-param Columns $columns
     * @phpstan-param list<Line> $lines
     * @phpstan-param list<Total> $totals
     * @phpstan-param list<string> $notes
     * @phpstan-param PayHint|null $pay_hint
     * @phpstan-param Transfer|null $transfer
     */
    private function __construct(
        public string $locale,
        public string $direction,
        public PageSize $page,
        public string $title,
        public ?string $headline,
        public string $accent,
        public ?SafeImage $logo,
        public array $seller,
        public array $buyer,
        public array $facts,
        public array $columns,
        public array $lines,
        public array $totals,
        public array $notes,
        public ?string $message,
        public ?array $pay_hint,
        public ?array $transfer,
        public ?string $footer,
        public string $page_label,
    ) {
    }

    /**
     * @param array<mixed> $data of the shape above; what may be null may be missing
     * @throws \InvalidArgumentException naming the field
     */
    public static function from_array(array $data): self
    {
        $fields = new PaperFields($data);
        $logo = $fields->optional_group('logo');
        $columns = $fields->group('columns');
        $hint = $fields->optional_group('pay_hint');

        return new self(
            locale: $fields->matching('locale', '/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/D'),
            direction: $fields->matching('direction', '/^(ltr|rtl)$/D') === 'rtl' ? 'rtl' : 'ltr',
            page: array_key_exists('page', $data) ? PageSize::from($fields->matching('page', '/^(a4|letter)$/D')) : PageSize::A4,
            title: $fields->text('title'),
            headline: $fields->optional_text('headline'),
            accent: strtolower($fields->matching('accent', '/^#[0-9a-f]{6}$/Di')),
            logo: $logo === null ? null : new SafeImage(
                $logo->matching('mime', '#^image/(png|jpeg)$#D'),
                $logo->matching('data', '#^[A-Za-z0-9+/]+=*$#D'),
                $logo->positive('width'),
                $logo->positive('height'),
            ),
            seller: self::party($fields->group('seller')),
            buyer: self::party($fields->group('buyer')),
            facts: array_map(static fn (PaperFields $fact): array => [
                'label' => $fact->text('label'),
                'value' => $fact->text('value'),
            ], $fields->rows('facts')),
            columns: [
                'description' => $columns->text('description'),
                'quantity' => $columns->optional_text('quantity'),
                'unit_price' => $columns->optional_text('unit_price'),
                'discount' => $columns->optional_text('discount'),
                'tax' => $columns->optional_text('tax'),
                'amount' => $columns->text('amount'),
            ],
            lines: array_map(static fn (PaperFields $line): array => [
                'description' => $line->text('description'),
                'detail' => $line->optional_text('detail'),
                'quantity' => $line->optional_text('quantity'),
                'unit_price' => $line->optional_text('unit_price'),
                'discount' => $line->optional_text('discount'),
                'tax' => $line->optional_text('tax'),
                'amount' => $line->text('amount'),
            ], $fields->rows('lines')),
            totals: array_map(static fn (PaperFields $total): array => [
                'label' => $total->text('label'),
                'value' => $total->text('value'),
                'strong' => $total->flag('strong'),
            ], $fields->rows('totals')),
            notes: array_key_exists('notes', $data) ? $fields->texts('notes') : [],
            message: $fields->optional_text('message'),
            pay_hint: $hint === null ? null : ['text' => $hint->text('text'), 'url' => $hint->optional_text('url')],
            transfer: self::transfer($fields->optional_group('transfer')),
            footer: $fields->optional_text('footer'),
            page_label: $fields->text('page_label'),
        );
    }

    /** The same with its number in it: in its title, among its facts, and as what a transfer is for. */
    public function numbered(string $number): self
    {
        $facts = array_map(
            static fn (array $fact): array => $fact['value'] === self::NUMBER ? ['value' => $number] + $fact : $fact,
            $this->facts
        );

        $in = static fn (string $text): string => str_replace(self::NUMBER, $number, $text);
        $reference = CreditorReference::of($number);
        $transfer = $this->transfer === null ? null : [
            'lines' => array_map(static fn (string $line): string => str_replace(self::CREDITOR_REFERENCE, $reference === null ? $number : CreditorReference::grouped($reference), $in($line)), $this->transfer['lines']),
            'code' => self::numbered_code($this->transfer['code'], static fn (string $text): string => TransferCode::with_reference($in($text), self::CREDITOR_REFERENCE, $reference ?? $number)),
        ] + $this->transfer;

        return new self(...array_replace(get_object_vars($this), ['title' => $in($this->title), 'facts' => $facts, 'transfer' => $transfer]));
    }

    /**
     * @param callable(string): string $in
     * @phpstan-param Code|null $code
     * @phpstan-return Code|null null when the number made it too long
     */
    private static function numbered_code(?array $code, callable $in): ?array
    {
        $text = $code === null ? '' : $in($code['text']);

        return $code === null || ! TransferCode::holds($text) ? null : ['text' => $text] + $code;
    }

    /** The same where nothing of it is asked for any more: its title and its headline say so, and no link leads to a payment. */
    public function closed(string $title, string $headline): self
    {
        return new self(...array_replace(get_object_vars($this), ['title' => $title, 'headline' => $headline, 'pay_hint' => null, 'transfer' => null]));
    }

    /** @phpstan-return Shape */
    public function to_array(): array
    {
        return [
            'locale' => $this->locale,
            'direction' => $this->direction,
            'page' => $this->page->value,
            'title' => $this->title,
            'headline' => $this->headline,
            'accent' => $this->accent,
            'logo' => $this->logo?->to_array(),
            'seller' => $this->seller,
            'buyer' => $this->buyer,
            'facts' => $this->facts,
            'columns' => $this->columns,
            'lines' => $this->lines,
            'totals' => $this->totals,
            'notes' => $this->notes,
            'message' => $this->message,
            'pay_hint' => $this->pay_hint,
            'transfer' => $this->transfer,
            'footer' => $this->footer,
            'page_label' => $this->page_label,
        ];
    }

    /**
     * As it goes to a browser, which draws the code but makes none.
     *
     * @return array<string, mixed>
     */
    public function to_wire(): array
    {
        $code = $this->transfer['code'] ?? null;
        $rows = $code === null ? null : ['rows' => QrCode::of($code['text'], $code['correction'])->rows, 'caption' => $code['caption']];

        return ['transfer' => $this->transfer === null ? null : ['code' => $rows] + $this->transfer] + $this->to_array();
    }

    /** @phpstan-return Transfer|null */
    private static function transfer(?PaperFields $transfer): ?array
    {
        $code = $transfer?->optional_group('code');

        return $transfer === null ? null : [
            'label' => $transfer->text('label'),
            'lines' => $transfer->texts('lines'),
            'code' => $code === null ? null : [
                'text' => $code->text('text'),
                'correction' => $code->matching('correction', '/^[LM]$/D') === 'L' ? 'L' : 'M',
                'caption' => $code->text('caption'),
            ],
        ];
    }

    /** @phpstan-return Party */
    private static function party(PaperFields $party): array
    {
        return ['label' => $party->text('label'), 'name' => $party->text('name'), 'lines' => $party->texts('lines')];
    }
}
