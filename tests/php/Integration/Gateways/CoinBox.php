<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Gateways;

use Counterfoil\Clients\Client;
use Counterfoil\Payments\Gateway\AmountLimits;
use Counterfoil\Payments\Gateway\BrowserForm;
use Counterfoil\Payments\Gateway\GatewayCall;
use Counterfoil\Payments\Gateway\GatewayHint;
use Counterfoil\Payments\Gateway\GatewayPayment;
use Counterfoil\Payments\Gateway\GatewaySetUp;
use Counterfoil\Payments\Gateway\HintKind;
use Counterfoil\Payments\Gateway\MethodTraits;
use Counterfoil\Payments\Gateway\ReceivesWebhooks;
use Counterfoil\Payments\Gateway\TakesPayments;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\PaymentState;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;

final class CoinBox implements GatewaySetUp, ReceivesWebhooks, TakesPayments
{
    /** @var array<string, GatewayPayment> by its own id */
    private array $begun = [];

    public function name(): string
    {
        return 'coin-box';
    }

    public function title(): string
    {
        return 'Coin box';
    }

    public function first_step(): string
    {
        return 'Hang up the coin box';
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
        return ['coin'];
    }

    public function account(): string
    {
        return 'box-1';
    }

    public function limits(Currency $currency): ?AmountLimits
    {
        return $currency->code === 'EUR' ? new AmountLimits(10, 20_000, 10) : null;
    }

    public function create_customer(Client $client): string
    {
        return "slot-{$client->id}";
    }

    public function start(Payment $payment, string $customer, string $description): GatewayPayment
    {
        return $this->begun["coin-{$payment->id}"] = $this->answer($payment, PaymentState::Intended, 0);
    }

    public function find(Payment $payment, string $customer): ?GatewayPayment
    {
        return $this->begun["coin-{$payment->id}"] ?? null;
    }

    public function fetch(string $id): GatewayPayment
    {
        return $this->begun[$id];
    }

    public function cancel(string $id): GatewayPayment
    {
        return $this->begun[$id];
    }

    public function form(GatewayPayment $payment, string $return_url, string $locale): BrowserForm
    {
        return new BrowserForm('https://example.test/coin-box.js', ['slot' => $payment->client_secret]);
    }

    /** The coins fall. */
    public function drop(Payment $payment): void
    {
        $this->begun["coin-{$payment->id}"] = $this->answer($payment, PaymentState::Succeeded, $payment->amount->amount);
    }

    /** The coins are on their way. */
    public function roll(Payment $payment, int $days): void
    {
        $this->begun["coin-{$payment->id}"] = $this->answer($payment, PaymentState::Processing, 0, new MethodTraits($days, 0, false));
    }

    public function read_webhook(array $headers, string $body): GatewayCall
    {
        if (($headers['x-coin'] ?? '') !== 'genuine') {
            throw DomainError::invalid('A button.', '', 'bad_signature');
        }

        return new GatewayCall("call-{$body}", 'test', 'coins.fell', new GatewayHint(HintKind::Payment, $body));
    }

    private function answer(Payment $payment, PaymentState $state, int $received, ?MethodTraits $traits = null): GatewayPayment
    {
        return new GatewayPayment("coin-{$payment->id}", 'test', $state, 'EUR', $received, $payment->token(), $payment->id, '', 'Coins', null, '', 'slot', $traits);
    }
}
