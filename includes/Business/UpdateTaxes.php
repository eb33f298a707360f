<?php

declare(strict_types=1);

namespace Counterfoil\Business;

use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\VatId;

/** Changes what the business is to tax offices and banks, and the rates it bills with. Issued invoices keep what they say. */
final readonly class UpdateTaxes
{
    public function __construct(private Changes $changes, private BusinessRepository $businesses, private TaxRateRepository $rates)
    {
    }

    /**
     * @param array<string, mixed> $body `taxes.update` of the contract
     * @throws DomainError 400 naming each field
     */
    public function handle(array $body, Actor $by): void
    {
        $business = $this->businesses->get();
        $wrong = [];
        $vat_id = VatId::normal(Input::line($body['vat_id']), $business->address->country);
        $problem = VatId::problem($vat_id);
        if ($problem !== null) {
            $wrong['/vat_id'] = $problem;
        }
        $status = TaxStatus::from($body['tax_status']);
        $reason = Input::line($body['exemption_reason']);
        if ($status === TaxStatus::Exempt && $reason === '' && $body['exemption_code'] === '') {
            $wrong['/exemption_reason'] = __('Enter the reason for the exemption, for example § 19 UStG. It appears on every invoice.', 'counterfoil');
        }
        if ($body['tax_currency'] !== '' && ! in_array($body['tax_currency'], Currency::codes(), true)) {
            $wrong['/tax_currency'] = __('Choose a currency from the list.', 'counterfoil');
        }
        $accounts = [];
        foreach ($body['bank_accounts'] as $i => $account) {
            $accounts[] = $one = self::account($account);
            if (preg_match('/^[A-Z]{2}\d{2}/', $one->number) === 1 && ! $one->is_iban()) {
                $wrong["/bank_accounts/{$i}/number"] = __('This IBAN has invalid check digits. Check it for typos.', 'counterfoil');
            } elseif ($one->currency !== '' && ! in_array($one->currency, Currency::codes(), true)) {
                $wrong["/bank_accounts/{$i}/currency"] = __('Choose a currency from the list.', 'counterfoil');
            }
        }
        $rates = [];
        foreach ($body['rates'] as $i => $rate) {
            $rates[] = $one = new TaxRate((int) $rate['id'], Input::line($rate['name']), $rate['country'], $rate['category'], $rate['rate'], $rate['reason_code'], Input::line($rate['reason']));
            $wrong += self::wrong_with($one, $i);
        }
        if ($body['default_rate'] !== null && ! isset($rates[$body['default_rate']])) {
            $wrong['/default_rate'] = __('Choose one of your tax rates.', 'counterfoil');
        }
        if ($wrong !== []) {
            throw DomainError::invalid_fields($wrong);
        }
        $legal = new LegalProfile(
            Input::line($body['legal_name']),
            $vat_id,
            Input::line($body['tax_number']),
            Input::line($body['registration_number']),
            $body['registration_scheme'],
            $status,
            $body['exemption_code'],
            $reason,
            $accounts,
            $body['tax_currency'],
            $body['creditor_reference'] ?? $business->legal->creditor_reference,
        );
        $this->changes->run($by, function (Change $change) use ($business, $legal, $rates, $body): void {
            $this->businesses->save($business->with_legal($legal));
            $this->rates->save($rates, $body['default_rate']);
            $change->event('settings.taxes_updated', [['settings', 0]], null);
            /**
             * Fires after the tax details, bank accounts or tax rates of the business change.
             *
             * @since 0.2.0
             */
            $change->hook('settings_taxes_updated');
        });
    }

    /** @param array{number: string, bic: string, bank: string, holder: string, currency: string} $account */
    private static function account(array $account): BankAccount
    {
        return new BankAccount(
            strtoupper((string) preg_replace('/[\s\p{Z}]/u', '', $account['number'])),
            strtoupper(Input::line($account['bic'])),
            Input::line($account['bank']),
            Input::line($account['holder']),
            $account['currency'],
        );
    }

    /** @return array<string, string> */
    private static function wrong_with(TaxRate $rate, int $at): array
    {
        $is_zero = trim($rate->rate, '0.') === '';

        return match (true) {
            $rate->category === 'S' && $is_zero => ["/rates/{$at}/rate" => __('A standard rate must be higher than 0%. Choose another type for 0%.', 'counterfoil')],
            $rate->category !== 'S' && ! $is_zero => ["/rates/{$at}/rate" => __('Only standard rates can be higher than 0%. Enter 0.', 'counterfoil')],
            $rate->category === 'E' && $rate->reason === '' && $rate->reason_code === '' => ["/rates/{$at}/reason" => __('Enter the reason for the exemption, for example Art. 132(1)(i) of Directive 2006/112/EC.', 'counterfoil')],
            default => [],
        };
    }
}
