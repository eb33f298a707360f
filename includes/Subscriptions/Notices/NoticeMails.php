<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Notices;

use Closure;
use Counterfoil\Clients\ClientRepository;
use Counterfoil\Clients\MailPurpose;
use Counterfoil\Clients\Recipients;
use Counterfoil\Payments\Methods\KeptMethod;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Mail;
use Counterfoil\Shared\Viewer;
use Counterfoil\Subscriptions\Forecast\ForecastBill;
use Counterfoil\Subscriptions\Subscription;

/** Tells clients what comes next, while they can still do something about it. */
final readonly class NoticeMails
{
    /** @param Closure(): Recipients $recipients */
    public function __construct(private ClientRepository $clients, private Closure $recipients)
    {
    }

    /**
     * @param list<Subscription> $all of the bill
     * @param KeptMethod|null $method null where the client pays the bill
     */
    public function renews_soon(Change $change, ForecastBill $bill, Subscription $first, array $all, ?KeptMethod $method): void
    {
        $this->tell($change, 'renewal_soon', "renewal_soon:{$first->id}:{$first->next_on()}", $bill->client_id, MailPurpose::Invoices, [
            'subscription_id' => $first->id,
            'subscription' => self::names($all),
            'renews_on' => (string) $first->next_on(),
            'billed_on' => $bill->day,
            'amount' => $bill->totals->total,
            'currency' => $first->currency->code,
            'method' => $method->label ?? '',
        ]);
    }

    /**
     * @param non-empty-list<Subscription> $charged to it
     * @param string $today "2026-03-31"
     */
    public function card_expires(Change $change, KeptMethod $method, array $charged, string $today): void
    {
        $this->tell($change, 'card_expires', "card_expires:{$method->id}:{$method->good_until()}", $method->client_id, MailPurpose::Receipts, [
            'method' => $method->label,
            'expires_on' => (string) $method->good_until(),
            'has_expired' => $method->has_expired($today),
            'subscription' => self::names($charged),
            'charged_on' => min(array_map(static fn (Subscription $one): string => (string) $one->next_on(), $charged)),
        ]);
    }

    /** @param array<string, scalar> $data */
    private function tell(Change $change, string $message, string $reason, int $client_id, MailPurpose $purpose, array $data): void
    {
        $client = $this->clients->get($client_id, Viewer::system());
        foreach (($this->recipients)()->billing($client, $purpose) as ['email' => $email, 'name' => $name, 'locale' => $locale, 'copy' => $copy]) {
            $change->mail(new Mail($message, "{$reason}:" . strtolower($email), $email, $name, $locale, $client_id, $client->portal_id, null, $data + array_filter(['copy' => $copy])));
        }
    }

    /** @param list<Subscription> $subscriptions */
    private static function names(array $subscriptions): string
    {
        return implode(', ', array_map(static fn (Subscription $one): string => $one->name(), $subscriptions));
    }
}
