<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Business\TaxStatus;

/** What an invoice says of its taxes besides their sums: what its category demands, in words (EN 16931, BT-120; directive 2006/112/EC, art. 226). */
final readonly class TaxWording
{
    /**
     * @param list<Tax|null> $taxes of its lines
     * @param bool $is_silent of a seller who has nothing to do with VAT, and does not speak of it
     */
    public function __construct(private array $taxes, private bool $is_silent, private DocumentLanguage $language)
    {
    }

    public static function of(InvoiceFacts $facts, DocumentLanguage $language): self
    {
        return new self(
            array_map(static fn (InvoiceLine $line): ?Tax => $line->tax, $facts->terms->lines),
            $facts->seller->legal->tax_status === TaxStatus::None,
            $language
        );
    }

    /** What is not subject to VAT is alone, and says so in a note. */
    public static function has_sum(Tax $tax): bool
    {
        return $tax->category !== TaxCategory::OutOfScope;
    }

    /** "VAT 23%", "Reverse charge" */
    public function name(Tax $tax): string
    {
        return in_array($tax->category, [null, TaxCategory::Standard, TaxCategory::Zero], true)
            /* translators: 1: name of a tax ("VAT"), 2: its rate ("23%") */
            ? sprintf(__('%1$s %2$s', 'counterfoil'), $tax->name, $this->language->percent($tax->rate))
            : $tax->category->name();
    }

    /**
     * What a tax's sum is called: "VAT 23% on €100.00". Nothing is included of a tax that is not charged.
     *
     * @param string $base the amount it is on, as it is to be read
     * @param bool $is_included whether prices have it in them
     */
    public function sum(Tax $tax, string $base, bool $is_included): string
    {
        $is_included = $is_included && in_array($tax->category, [null, TaxCategory::Standard, TaxCategory::Zero], true);
        $words = $is_included
            /* translators: 1: a tax ("VAT 23%"), 2: the amount it is on */
            ? __('Includes %1$s on %2$s', 'counterfoil')
            /* translators: 1: a tax ("VAT 23%", "Reverse charge"), 2: the amount it is on */
            : __('%1$s on %2$s', 'counterfoil');

        return sprintf($words, $this->name($tax), $base);
    }

    /** @return string|null head of the column; null where it would say nothing on any line */
    public function column(): ?string
    {
        $names = $this->names();

        return match (count($names)) {
            0 => null,
            1 => $names[0],
            default => __('Tax', 'counterfoil'),
        };
    }

    /** @return string|null for a line's column */
    public function of_line(?Tax $tax): ?string
    {
        return match (true) {
            $tax === null, $tax->category === TaxCategory::OutOfScope => null,
            $tax->category === null, $tax->category === TaxCategory::Standard, $tax->category === TaxCategory::Zero => (count($this->names()) > 1 ? "{$tax->name} " : '') . $this->language->percent($tax->rate),
            default => $tax->category->name(),
        };
    }

    /** @return list<string> a sentence each, without a second of the same */
    public function notes(): array
    {
        return array_values(array_unique(array_filter(array_map($this->note(...), $this->taxes))));
    }

    private function note(?Tax $tax): ?string
    {
        $why = $tax === null ? '' : ($tax->reason !== '' ? $tax->reason : ($tax->category === TaxCategory::Exempt ? $tax->reason_code : ''));

        return match ($tax?->category) {
            TaxCategory::ReverseCharge => __('Reverse charge: VAT is accounted for by the recipient.', 'counterfoil'),
            /* translators: %s: the article of the law it is exempt by */
            TaxCategory::Exempt => $why === '' ? __('Exempt from VAT.', 'counterfoil') : sprintf(__('Exempt from VAT: %s', 'counterfoil'), $why),
            TaxCategory::IntraCommunity => __('VAT-exempt intra-Community supply.', 'counterfoil'),
            TaxCategory::Export => __('VAT-exempt export.', 'counterfoil'),
            TaxCategory::OutOfScope => match (true) {
                $why !== '' => $why,
                $this->is_silent => null,
                default => __('Not subject to VAT in the country of the seller.', 'counterfoil'),
            },
            default => null,
        };
    }

    /** @return list<string> of the taxes that have a place in the column */
    private function names(): array
    {
        $shown = array_filter($this->taxes, static fn (?Tax $tax): bool => $tax !== null && self::has_sum($tax));

        return array_values(array_unique(array_map(static fn (?Tax $tax): string => (string) $tax?->name, $shown)));
    }
}
