<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

use Counterfoil\Clients\Client;
use Counterfoil\Payments\FailureReason;
use Counterfoil\Payments\Gateway\AmountLimits;
use Counterfoil\Payments\Gateway\BrowserForm;
use Counterfoil\Payments\Gateway\ChargesOffSession;
use Counterfoil\Payments\Gateway\GatewayDispute;
use Counterfoil\Payments\Gateway\GatewayError;
use Counterfoil\Payments\Gateway\GatewayErrorKind;
use Counterfoil\Payments\Gateway\GatewayKeeping;
use Counterfoil\Payments\Gateway\GatewayMandate;
use Counterfoil\Payments\Gateway\GatewayMethod;
use Counterfoil\Payments\Gateway\GatewayPayment;
use Counterfoil\Payments\Gateway\GatewayRefund;
use Counterfoil\Payments\Gateway\GivesRefunds;
use Counterfoil\Payments\Gateway\KeepsMethods;
use Counterfoil\Payments\Gateway\ReportsDisputes;
use Counterfoil\Payments\Mandates\Mandate;
use Counterfoil\Payments\Mandates\ShowsMandates;
use Counterfoil\Payments\Payment;
use Counterfoil\Payments\Refunds\Refund;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Currency;
use Counterfoil\Shared\Money\Money;
use DateTimeImmutable;
use SensitiveParameter;

/** One Stripe account in one mode. */
final readonly class StripeGateway implements ChargesOffSession, KeepsMethods, GivesRefunds, ReportsDisputes, ShowsMandates
{
    public const NAME = 'stripe';


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
        return $this->customers()->create($client);
    }

    public function start(Payment $payment, string $customer, string $description): GatewayPayment
    {
        return $this->intents()->start($payment, $customer, $description, false);
    }

    public function start_and_keep(Payment $payment, string $customer, string $description): GatewayPayment
    {
        return $this->intents()->start($payment, $customer, $description, true);
    }

    public function find(Payment $payment, string $customer): ?GatewayPayment
    {
        return $this->intents()->find($payment, $customer);
    }

    public function fetch(string $id): GatewayPayment
    {
        return $this->intents()->fetch($id);
    }

    public function cancel(string $id): GatewayPayment
    {
        return $this->intents()->cancel($id);
    }

    public function charge(Payment $payment, string $customer, string $method, string $description): GatewayPayment
    {
        return $this->intents()->charge($payment, $customer, $method, $description);
    }

    public function begin_to_keep(string $customer, string $key): GatewayKeeping
    {
        return $this->methods()->begin($customer, $key);
    }

    public function keeping(string $id): GatewayKeeping
    {
        return $this->methods()->keeping($id);
    }

    public function keeping_form(GatewayKeeping $keeping, string $return_url, string $locale): BrowserForm
    {
        return $this->browser_form($keeping->client_secret, $return_url, $locale, 'setup');
    }

    public function methods_of(string $customer): array
    {
        return $this->methods()->of($customer);
    }

    public function method(string $id): GatewayMethod
    {
        return $this->methods()->get($id);
    }

    public function detach(string $id): void
    {
        $this->methods()->detach($id);
    }

    public function mandate(string $id): GatewayMandate
    {
        return $this->methods()->mandate($id);
    }

    public function has_customer(string $customer): bool
    {
        return $this->customers()->has($customer);
    }

    public function refund(Refund $refund, string $payment): GatewayRefund
    {
        return $this->intents()->refund($refund, $payment);
    }

    public function refunds_of(string $payment): array
    {
        return $this->intents()->refunds_of($payment);
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
        return $this->settings->announces_debits() ? $this->methods()->mandate_of($payment) : null;
    }

    public function disputes_since(DateTimeImmutable $since): array
    {
        return array_map(DisputeReader::dispute(...), iterator_to_array($this->client->newest('/v1/disputes', ['created' => ['gte' => $since->getTimestamp()]]), false));
    }

    public function form(GatewayPayment $payment, string $return_url, string $locale): BrowserForm
    {
        return $this->browser_form($payment->client_secret, $return_url, $locale, 'payment');
    }

    private function browser_form(#[SensitiveParameter] string $client_secret, string $return_url, string $locale, string $intent): BrowserForm
    {
        return new BrowserForm(self::script(), [
            'publishable_key' => $this->keys->publishable_key,
            'client_secret' => $client_secret,
            'js_url' => StripeAddresses::js(),
            'return_url' => $return_url,
            'locale' => ElementsLocale::of($locale),
            ...($intent === 'payment' ? [] : ['intent' => $intent]),
        ]);
    }

    private function intents(): StripeIntents
    {
        return new StripeIntents($this->client, $this->settings);
    }

    private function methods(): StripeKeptMethods
    {
        return new StripeKeptMethods($this->client, $this->settings);
    }

    private function customers(): StripeCustomers
    {
        return new StripeCustomers($this->client, $this->keys);
    }

    /** Of blocks/gateways/stripe/view.ts, under a version that changes with its content. */
    private static function script(): string
    {
        $asset = dirname(COUNTERFOIL_FILE) . '/build/gateways/stripe/view.asset.php';
        $made = is_file($asset) ? require $asset : [];

        return add_query_arg('ver', (string) ($made['version'] ?? ''), plugins_url('build/gateways/stripe/view.js', COUNTERFOIL_FILE));
    }

}
