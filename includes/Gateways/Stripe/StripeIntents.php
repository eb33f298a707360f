<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayPayment;
use Counterfoil\Payments\Gateway\GatewayRefund;
use Counterfoil\Payments\Gateway\KeepsMethods;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\Refunds\Refund;

/** Payment intents of one account: begun for a browser, or charged at once; and what goes back of them. */
final readonly class StripeIntents
{
    private const EXPAND = ['latest_charge'];

    public function __construct(private StripeClient $client, private StripeSettings $settings)
    {
    }

    /** @param bool $keep whether the method is kept to be charged again: Stripe then offers only those that can be */
    public function start(Payment $payment, string $customer, string $description, bool $keep): GatewayPayment
    {
        return IntentReader::payment($this->client->post('/v1/payment_intents', [
            ...$this->asked($payment, $customer, $description),
            ...($this->settings->methods_off() === [] ? [] : ['excluded_payment_method_types' => $this->settings->methods_off()]),
            ...($keep ? ['setup_future_usage' => 'off_session'] : []),
        ], $payment->idempotency_key));
    }

    /**
     * Stripe answers a decline with an error that names the payment: that is fetched, and says what became of it.
     *
     * @see https://docs.stripe.com/payments/save-and-reuse#charge-saved-payment-method
     */
    public function charge(Payment $payment, string $customer, string $method, string $description): GatewayPayment
    {
        try {
            return IntentReader::payment($this->client->post('/v1/payment_intents', [
                ...$this->asked($payment, $customer, $description),
                'payment_method' => $method,
                'off_session' => true,
                'confirm' => true,
                'return_url' => home_url('/'),
            ], $payment->idempotency_key));
        } catch (GatewayError $error) {
            // The payment that it may name was never confirmed, and nobody can pay it.
            if ($error->object !== '' && $error->reason !== DeclineCodes::MANDATE_INVALID) {
                return $this->fetch($error->object);
            }
            throw self::is_gone($error) ? new GatewayError(GatewayErrorKind::Refused, $error->getMessage(), KeepsMethods::METHOD_GONE) : $error;
        }
    }

    public function refund(Refund $refund, string $payment): GatewayRefund
    {
        return IntentReader::refund($this->client->post('/v1/refunds', [
            'payment_intent' => $payment,
            'amount' => StripeAmounts::to_wire($refund->amount),
            'metadata' => [
                'counterfoil_refund' => $refund->id,
                IntentReader::TOKEN => $refund->token(),
            ],
        ], $refund->idempotency_key));
    }

    /** @return list<GatewayRefund> */
    public function refunds_of(string $payment): array
    {
        $list = $this->client->get('/v1/refunds', ['payment_intent' => $payment, 'limit' => StripeClient::PAGE]);

        return array_map(IntentReader::refund(...), array_values((array) ($list['data'] ?? [])));
    }

    /** Detached, of another customer, or not there: all of them say the same of the parameter. Or nothing may be debited from it any more. */
    private static function is_gone(GatewayError $error): bool
    {
        return $error->is(GatewayErrorKind::Missing) || $error->reason === DeclineCodes::MANDATE_INVALID || ($error->is(GatewayErrorKind::Refused) && $error->parameter === 'payment_method');
    }

    /** @return array<string, mixed> */
    private function asked(Payment $payment, string $customer, string $description): array
    {
        return [
            'amount' => StripeAmounts::to_wire($payment->amount),
            'currency' => strtolower($payment->amount->currency->code),
            'customer' => $customer,
            'automatic_payment_methods' => ['enabled' => true],
            'description' => $description,
            'metadata' => [
                IntentReader::PAYMENT => $payment->id,
                'counterfoil_invoice' => $payment->invoice_id,
                IntentReader::TOKEN => $payment->token(),
                'counterfoil_site' => home_url(),
            ],
            ...$this->descriptor(),
            'expand' => self::EXPAND,
        ];
    }

    public function find(Payment $payment, string $customer): ?GatewayPayment
    {
        foreach ($this->client->newest('/v1/payment_intents', ['customer' => $customer, 'expand' => ['data.latest_charge']]) as $one) {
            $intent = IntentReader::payment($one);
            if (hash_equals($payment->token(), $intent->token)) {
                return $intent;
            }
        }

        return null;
    }

    public function fetch(string $id): GatewayPayment
    {
        return IntentReader::payment($this->client->get('/v1/payment_intents/' . rawurlencode($id), ['expand' => self::EXPAND]));
    }

    public function cancel(string $id): GatewayPayment
    {
        return IntentReader::payment($this->client->post('/v1/payment_intents/' . rawurlencode($id) . '/cancel', ['expand' => self::EXPAND], ''));
    }

    /**
     * What stands on the payer's statement behind the account's own name.
     *
     * @return array<string, string>
     * @see https://docs.stripe.com/get-started/account/statement-descriptors
     */
    private function descriptor(): array
    {
        $suffix = $this->settings->statement_descriptor();

        return $suffix === '' ? [] : ['statement_descriptor_suffix' => $suffix];
    }
}
