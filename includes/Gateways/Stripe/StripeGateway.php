<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Clients\Client;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Gateway\AmountLimits;
use Counterfoil\Payments\Gateway\BrowserForm;
use Counterfoil\Payments\Gateway\GatewayDispute;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayPayment;
use Counterfoil\Payments\Gateway\GatewayRefund;
use Counterfoil\Payments\Gateway\GivesRefunds;
use Counterfoil\Payments\Gateway\ReportsDisputes;
use Counterfoil\Payments\Gateway\TakesPayments;
use Counterfoil\Payments\Mandates\Mandate;
use Counterfoil\Payments\Mandates\ShowsMandates;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;

/** One Stripe account in one mode. */
final readonly class StripeGateway implements TakesPayments, GivesRefunds, ReportsDisputes, ShowsMandates
{
    public const NAME = 'stripe';

    private const EXPAND = ['latest_charge'];

    public function __construct(private StripeClient $client, private StripeKeys $keys, private StripeSettings $settings)
    {
    }

    public function name(): string
    {
        return self::NAME;
    }

    public function title(): string
    {
        return StripeSetUp::TITLE;
    }

    public function mode(): string
    {
        return $this->keys->mode;
    }

    public function account(): string
    {
        if (! $this->keys->are_complete()) {
            throw DomainError::unavailable('payments_unavailable', __('Card payments aren’t available right now. Please contact us.', 'counterfoil'));
        }
        if ($this->keys->account !== '') {
            return $this->keys->account;
        }
        try {
            $account = $this->ask_account();
        } catch (GatewayError) {
            throw DomainError::unavailable('payments_unavailable', FailureReason::NotAnswering->words());
        }
        $this->settings->keep_account($this->keys, $account);

        return $account;
    }

    /** @throws GatewayError */
    public function ask_account(): string
    {
        $account = $this->client->get('/v1/account');

        return is_string($account['id'] ?? null) && $account['id'] !== ''
            ? $account['id']
            : throw new GatewayError(GatewayErrorKind::Unknown, 'The account has no id.');
    }

    public function limits(Currency $currency): AmountLimits
    {
        return StripeAmounts::limits($currency);
    }

    public function check_refund(Money $amount): void
    {
        StripeAmounts::limits($amount->currency)->check_step($amount);
    }

    public function create_customer(Client $client): string
    {
        $fields = array_filter(['name' => $client->name, 'email' => $client->email], static fn (string $value): bool => $value !== '');
        $fields['metadata'] = ['counterfoil_client' => $client->id, 'counterfoil_site' => home_url()];
        // Two clicks at once make one customer; changed details make another key, since Stripe wants the same words for the same key.
        $key = 'customer-' . hash('sha256', (string) wp_json_encode([$fields, $this->keys->account]));
        try {
            return (string) $this->client->post('/v1/customers', $fields, $key)['id'];
        } catch (GatewayError $error) {
            if ($error->reason !== 'email_invalid') {
                throw $error;
            }
            unset($fields['email']);

            return (string) $this->client->post('/v1/customers', $fields, "{$key}-no-email")['id'];
        }
    }

    public function start(Payment $payment, string $customer, string $description): GatewayPayment
    {
        return IntentReader::payment($this->client->post('/v1/payment_intents', [
            'amount' => StripeAmounts::to_wire($payment->amount),
            'currency' => strtolower($payment->amount->currency->code),
            'customer' => $customer,
            'automatic_payment_methods' => ['enabled' => true],
            ...($this->settings->methods_off() === [] ? [] : ['excluded_payment_method_types' => $this->settings->methods_off()]),
            'description' => $description,
            'metadata' => [
                IntentReader::PAYMENT => $payment->id,
                'counterfoil_invoice' => $payment->invoice_id,
                IntentReader::TOKEN => $payment->token(),
                'counterfoil_site' => home_url(),
            ],
            ...$this->descriptor(),
            'expand' => self::EXPAND,
        ], $payment->idempotency_key));
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

    public function refunds_of(string $payment): array
    {
        $list = $this->client->get('/v1/refunds', ['payment_intent' => $payment, 'limit' => StripeClient::PAGE]);

        return array_map(IntentReader::refund(...), array_values((array) ($list['data'] ?? [])));
    }

    public function refunds_since(DateTimeImmutable $since): array
    {
        return array_map(IntentReader::refund(...), iterator_to_array($this->client->newest('/v1/refunds', ['created' => ['gte' => $since->getTimestamp()]]), false));
    }

    public function dispute(string $id): GatewayDispute
    {
        return DisputeReader::dispute($this->client->get('/v1/disputes/' . rawurlencode($id)));
    }

    /**
     * Stripe mails payers by itself unless the agency turns that off in its dashboard, and always under Stripe's own creditor
     * id, so the agency may leave it to Stripe: https://docs.stripe.com/payments/sepa-debit, "debit notification emails".
     */
    public function mandate_of(string $payment): ?Mandate
    {
        if (! $this->settings->announces_debits()) {
            return null;
        }
        $intent = $this->client->get('/v1/payment_intents/' . rawurlencode($payment), ['expand' => self::EXPAND]);
        $id = MandateReader::id($intent);
        if ($id === null) {
            return null;
        }

        return MandateReader::mandate($intent, $this->client->get('/v1/mandates/' . rawurlencode($id)), $this->client->get('/v1/account'));
    }

    public function disputes_since(DateTimeImmutable $since): array
    {
        return array_map(DisputeReader::dispute(...), iterator_to_array($this->client->newest('/v1/disputes', ['created' => ['gte' => $since->getTimestamp()]]), false));
    }

    public function form(GatewayPayment $payment, string $return_url, string $locale): BrowserForm
    {
        return new BrowserForm(self::script(), [
            'publishable_key' => $this->keys->publishable_key,
            'client_secret' => $payment->client_secret,
            'js_url' => StripeAddresses::js(),
            'return_url' => $return_url,
            'locale' => ElementsLocale::of($locale),
        ]);
    }

    /** Of blocks/gateways/stripe/view.ts, under a version that changes with its content. */
    private static function script(): string
    {
        $asset = dirname(COUNTERFOIL_FILE) . '/build/gateways/stripe/view.asset.php';
        $made = is_file($asset) ? require $asset : [];

        return add_query_arg('ver', (string) ($made['version'] ?? ''), plugins_url('build/gateways/stripe/view.js', COUNTERFOIL_FILE));
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
