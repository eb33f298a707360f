<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Clients\Client;
use Counterfoil\Documents\PaperField;

/** Who sells and who buys, with the numbers that tax offices know them by. */
final readonly class PartyWording
{
    /**
     * @param Client|null $buyer null while nobody is chosen yet
     * @param Closure(PaperField): bool $shows what its paper has
     */
    public function __construct(private Business $seller, private ?Client $buyer, private DocumentLanguage $language, private Closure $shows)
    {
    }

    /** @return array{label: string, name: string, lines: list<string>} */
    public function seller(): array
    {
        $seller = $this->seller;
        $legal = $seller->legal;

        return [
            'label' => __('From', 'counterfoil'),
            'name' => $seller->name,
            'lines' => self::filled([
                $legal->legal_name === $seller->name ? '' : $legal->legal_name,
                ...$this->language->address($seller->address, $this->buyer?->address->country ?? $seller->address->country),
                ...$this->numbers(PaperField::TaxIds, $seller->vat_id(), $seller->tax_id, $legal->tax_number, $legal->registration_number),
                ($this->shows)(PaperField::Email) ? $seller->email : '',
                ($this->shows)(PaperField::Phone) ? $seller->phone : '',
                ($this->shows)(PaperField::Web) ? (string) preg_replace('#^https?://|/$#', '', $seller->website) : '',
            ]),
        ];
    }

    /** @return array{label: string, name: string, lines: list<string>} */
    public function buyer(): array
    {
        $buyer = $this->buyer;
        $home = $this->seller->address->country;

        return [
            'label' => __('Bill to', 'counterfoil'),
            'name' => $buyer === null ? __('No client chosen', 'counterfoil') : $buyer->name,
            'lines' => $buyer === null ? [] : self::filled([
                ...$this->language->address($buyer->address, $home),
                ...$this->numbers(PaperField::ClientTaxIds, $buyer->vat_id(), $buyer->tax_id, $buyer->profile->tax_number, $buyer->profile->registration_number),
                ($this->shows)(PaperField::ClientEmail) ? $buyer->email : '',
            ]),
        ];
    }

    /** @return list<string> what was typed twice is said once */
    private function numbers(PaperField $field, string $vat_id, string $tax_id, string $tax_number, string $registration): array
    {
        $registration = ($this->shows)(PaperField::RegistrationNumber) ? $registration : '';
        if (! ($this->shows)($field)) {
            [$vat_id, $tax_id, $tax_number] = ['', '', ''];
        }
        $bare = strtoupper((string) preg_replace('/[^0-9A-Za-z]/', '', $tax_id));
        $is_vat_id = $bare !== '' && ($bare === $vat_id || $bare === substr($vat_id, 2));

        return [
            /* translators: %s: a VAT identification number */
            $vat_id === '' ? '' : sprintf(__('VAT ID %s', 'counterfoil'), $vat_id),
            /* translators: %s: a tax identification number */
            $tax_id === '' || $is_vat_id ? '' : sprintf(__('Tax ID %s', 'counterfoil'), $tax_id),
            /* translators: %s: another number of the tax office, the Steuernummer in Germany */
            $tax_number === '' || $tax_number === $tax_id ? '' : sprintf(__('Tax number %s', 'counterfoil'), $tax_number),
            /* translators: %s: number in a register of companies */
            $registration === '' ? '' : sprintf(__('Registration number %s', 'counterfoil'), $registration),
        ];
    }

    /**
     * @param list<string> $lines
     * @return list<string>
     */
    private static function filled(array $lines): array
    {
        return array_values(array_filter($lines, static fn (string $line): bool => $line !== ''));
    }
}
