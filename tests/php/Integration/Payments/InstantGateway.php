<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Payments;

use Counterfoil\Clients\Client;
use Counterfoil\Payments\Gateway\AmountLimits;
use Counterfoil\Payments\Gateway\BrowserForm;
use Counterfoil\Payments\Gateway\ChargesOffSession;
use Counterfoil\Payments\Gateway\GatewayMethod;
use Counterfoil\Payments\Gateway\GatewayPayment;
use Counterfoil\Payments\Gateway\GatewaySetUp;
use Counterfoil\Payments\Gateway\MethodTraits;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\Money\Currency;
use LogicException;

/** A gateway that takes the money at once, in this process: what is left is what we do ourselves. */
final class InstantGateway implements GatewaySetUp, ChargesOffSession
{
    /** How often it was asked for anything. */
    public int $calls = 0;

    /** @var array<int, int> what it took, by our payment; next to nothing of each, since a measurement makes thousands */
    public array $charges = [];

    public function name(): string
    {
        return 'instant';
    }

    public function title(): string
    {
        return 'Instant';
    }

    public function first_step(): string
    {
        return 'Nothing';
    }

    public function mode(): string
    {
        return 'test';
    }

    public function is_ready(): bool
    {
        return true;
    }

    public function is_connected(): bool
    {
        return true;
    }

    public function in_mode(string $mode): self
    {
        return $this;
    }

    public function leaves_in_address(): array
    {
        return [];
    }

    public function account(): string
    {
        return 'instant-1';
    }

    public function limits(Currency $currency): AmountLimits
    {
        return new AmountLimits(1, 99_999_999, 1);
    }

    public function create_customer(Client $client): string
    {
        return "customer-{$client->id}";
    }

    public function charge(Payment $payment, string $customer, string $method, string $description): GatewayPayment
    {
        $this->calls++;
        if (isset($this->charges[$payment->id])) {
            throw new LogicException("Payment {$payment->id} was charged twice.");
        }
        $this->charges[$payment->id] = $payment->amount->amount;

        return self::taken($payment);
    }

    public function start(Payment $payment, string $customer, string $description): GatewayPayment
    {
        throw new LogicException('Nobody is there.');
    }

    public function find(Payment $payment, string $customer): ?GatewayPayment
    {
        return isset($this->charges[$payment->id]) ? self::taken($payment) : null;
    }

    public function fetch(string $id): GatewayPayment
    {
        throw new LogicException('It answers at once, and is not asked again.');
    }

    public function cancel(string $id): GatewayPayment
    {
        throw new LogicException('It has taken the money.');
    }

    public function form(GatewayPayment $payment, string $return_url, string $locale): BrowserForm
    {
        throw new LogicException('Nobody is there.');
    }

    /** What a client has left with it. */
    public static function method(int $client_id): GatewayMethod
    {
        return new GatewayMethod("method-{$client_id}", 'test', "customer-{$client_id}", 'card', 'Visa 4242', new MethodTraits(0, 0, true));
    }

    private static function taken(Payment $payment): GatewayPayment
    {
        return new GatewayPayment("charge-{$payment->id}", 'test', PaymentState::Succeeded, $payment->amount->currency->code, $payment->amount->amount, $payment->token(), $payment->id, '', 'Visa 4242', null, '', '');
    }
}
