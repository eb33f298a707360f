<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Drafts;

use Counterfoil\Business\Business;
use Counterfoil\Clients\Client;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxCategory;

/** Whether each line says how it is taxed, and whether that can be so (EN 16931, rules BR-S, BR-Z, BR-E, BR-AE, BR-O). */
final readonly class TaxCheck
{
    /** @return array<string, string> what to do, by JSON pointer; empty when all is well */
    public static function problems(InvoiceTerms $terms, Business $seller, Client $buyer): array
    {
        $wrong = [];
        $stands_alone = count(array_unique(array_map(static fn (InvoiceLine $line): bool => $line->tax?->category === TaxCategory::OutOfScope, $terms->lines))) < 2;
        foreach ($terms->lines as $i => $line) {
            $problem = self::problem($line->tax, $seller, $buyer, $stands_alone);
            if ($problem !== null) {
                /* translators: 1: number of a line, 2: a sentence about it */
                $wrong["/lines/{$i}/tax"] = sprintf(__('Line %1$d: %2$s', 'counterfoil'), $i + 1, $problem);
            }
        }

        return $wrong;
    }

    private static function problem(?Tax $tax, Business $seller, Client $buyer, bool $stands_alone): ?string
    {
        $category = $tax?->category;

        return match (true) {
            $tax === null, $category === null => __('choose a tax. The invoice can’t be issued without it.', 'counterfoil'),
            $category === TaxCategory::Standard && $tax->is_zero() => __('a standard rate must be higher than 0%. Choose another rate or tax type.', 'counterfoil'),
            $category !== TaxCategory::Standard && ! $tax->is_zero() => __('only standard rates can be higher than 0%. Set the rate to 0.', 'counterfoil'),
            $category === TaxCategory::Exempt && $tax->reason === '' && $tax->reason_code === '' => __('enter the reason for the exemption, for example Art. 132(1)(i) of Directive 2006/112/EC.', 'counterfoil'),
            $category->needs_vat_id_of_buyer() && $buyer->vat_id() === '' => __('the reverse charge requires the client’s VAT ID. Add it to the client or choose another tax.', 'counterfoil'),
            $category->needs_vat_id_of_buyer() && $seller->vat_id() === '' && $seller->legal->tax_number === '' => __('the reverse charge requires your VAT ID. Add it in the tax settings.', 'counterfoil'),
            $category === TaxCategory::OutOfScope && ! $stands_alone => __('lines that aren’t subject to VAT can’t be on the same invoice as other lines. Bill them on a separate invoice.', 'counterfoil'),
            default => null,
        };
    }
}
