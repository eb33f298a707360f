<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Online;

use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Payments\Gateway\GatewayRegistry;
use Counterfoil\Payments\Gateway\TakesPayments;
use Counterfoil\Payments\UnderWayQuery;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;

/** An offer that can be kept: a gateway is set up, and it takes this amount at once. */
final readonly class OfferedOnline implements OnlinePayment
{
    public function __construct(private GatewayRegistry $gateways, private UnderWayQuery $under_way)
    {
    }

    public function is_offered(Money $amount): bool
    {
        return $this->refusal($amount) === null;
    }

    /** Nobody can pay so little online, today or later. */
    public function is_too_little(Money $amount): bool
    {
        $limits = $this->gateways->chosen()?->is_ready() === true ? $this->gateways->current()->limits($amount->currency) : null;

        return $limits !== null && $amount->amount < $limits->minimum;
    }

    public function on_their_way(array $invoice_ids): array
    {
        return $this->under_way->on_their_way($invoice_ids);
    }

    /** @return string|null why it can't be paid online and what to do, for whoever wants to pay; null when it can */
    public function refusal(Money $amount): ?string
    {
        if ($this->gateways->chosen()?->is_ready() !== true) {
            return __('This invoice can’t be paid online right now. Please contact us.', 'counterfoil');
        }
        try {
            self::check($this->gateways->current(), $amount);
        } catch (DomainError $error) {
            return $error->getMessage();
        }

        return null;
    }

    /** @throws DomainError 409 with what the payer can do */
    public static function check(TakesPayments $gateway, Money $amount): void
    {
        $limits = $gateway->limits($amount->currency) ?? throw DomainError::conflict('currency_not_taken', sprintf(
            /* translators: %s: currency code */
            __('Online payments aren’t available in %s. Please pay another way or contact us.', 'counterfoil'),
            $amount->currency->code
        ));
        $limits->check($amount);
    }
}
