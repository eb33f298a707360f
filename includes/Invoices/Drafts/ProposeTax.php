<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Drafts;

use Counterfoil\Business\Business;
use Counterfoil\Business\TaxStatus;
use Counterfoil\Clients\Client;
use Counterfoil\Clients\ClientKind;
use Counterfoil\Clients\VatCheckState;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxCategory;
use Counterfoil\Shared\VatId;
use Locale;

/**
 * How services of this business to this client are taxed, by the common rules (directive 2006/112/EC, art. 44, 45,
 * 59 and 196). It is a proposal: it is shown with its reason, and whoever bills says yes or takes another.
 */
final readonly class ProposeTax
{
    /** @param string $locale of the reader, for names of countries */
    public function __construct(private Business $seller, private string $locale)
    {
    }

    /**
     * @param Client|null $buyer null while nobody is chosen
     * @param Tax|null $usual of the plan, or of the settings; null where neither has one
     * @param VatCheckState|null $register what VIES said of the buyer's VAT ID; null where it was not asked
     */
    public function of(?Client $buyer, ?Tax $usual, ?VatCheckState $register = null): TaxProposal
    {
        $legal = $this->seller->legal;
        $name = $usual !== null && $usual->name !== '' ? $usual->name : 'VAT';
        if ($legal->tax_status === TaxStatus::Exempt) {
            return new TaxProposal(
                new Tax($name, '0', TaxCategory::Exempt, $legal->exemption_code, $legal->exemption_reason),
                $legal->exemption_reason === '' ? __('Your business is exempt from VAT.', 'counterfoil') : sprintf(
                    /* translators: %s: the law it is exempt by */
                    __('Your business is exempt from VAT: %s.', 'counterfoil'),
                    rtrim($legal->exemption_reason, '.')
                )
            );
        }
        if ($legal->tax_status === TaxStatus::None) {
            return self::not_taxed(TaxCategory::OutOfScope, $name, __('Your business doesn’t charge VAT.', 'counterfoil'));
        }

        return $buyer === null || $this->is_at_home($buyer) ? $this->usual($usual, '') : $this->abroad($buyer, $usual, $name, $register);
    }

    private function abroad(Client $buyer, ?Tax $usual, string $name, ?VatCheckState $register): TaxProposal
    {
        $country = $buyer->address->country;
        $words = [$buyer->name, (string) Locale::getDisplayRegion("-{$country}", $this->locale)];
        if (! VatId::is_in_union($this->seller->address->country) || ! VatId::is_in_union($country)) {
            /* translators: 1: a client's name, 2: a country */
            return self::not_taxed(TaxCategory::OutOfScope, $name, sprintf(__('%1$s is in %2$s, so this service isn’t subject to your VAT.', 'counterfoil'), ...$words));
        }
        if ($buyer->profile->kind === ClientKind::Consumer) {
            /* translators: 1: a client's name, 2: a country */
            return $this->usual($usual, sprintf(__('%1$s is a consumer in %2$s, so your own tax rate applies.', 'counterfoil'), ...$words));
        }
        $vat_id = $buyer->vat_id();
        if (VatId::problem($vat_id) !== null || $vat_id === '') {
            /* translators: 1: a client's name, 2: a country */
            return $this->usual($usual, sprintf(__('%1$s is in %2$s and has no VAT ID, so your own tax rate applies. With a VAT ID, the reverse charge would apply.', 'counterfoil'), ...$words));
        }

        if ($register === VatCheckState::Invalid) {
            /* translators: 1: a client's name, 2: a country, 3: a VAT ID */
            return $this->usual($usual, sprintf(__('%1$s is in %2$s, but VIES says that VAT ID %3$s isn’t valid, so your own tax rate applies. Ask the client for the right one.', 'counterfoil'), ...[...$words, $vat_id]));
        }

        return self::not_taxed(
            TaxCategory::ReverseCharge,
            $name,
            /* translators: 1: a client's name, 2: a country, 3: a VAT ID */
            sprintf(__('%1$s is a business in %2$s with VAT ID %3$s, so the reverse charge applies.', 'counterfoil'), ...[...$words, $vat_id])
        );
    }

    /** Where no country is known, both are taken to be at home. */
    private function is_at_home(Client $buyer): bool
    {
        $country = $buyer->address->country;

        return $country === '' || $this->seller->address->country === '' || $country === $this->seller->address->country;
    }

    private function usual(?Tax $usual, string $why): TaxProposal
    {
        return $usual === null || $usual->category === null
            ? new TaxProposal(null, __('No default tax rate is set. Choose the tax for this line or complete your tax settings.', 'counterfoil'))
            : new TaxProposal($usual, $why !== '' ? $why : __('This is your default rate.', 'counterfoil'));
    }

    private static function not_taxed(TaxCategory $category, string $name, string $why): TaxProposal
    {
        return new TaxProposal(new Tax($name, '0', $category, $category->reason_code()), $why);
    }
}
