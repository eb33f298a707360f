<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Mail;

/** Leaves an invoice's mails in the outbox, one for each recipient and reason. */
final readonly class InvoiceMails
{
    private const ISSUED = 'issued';

    /**
     * @param list<array{email: string, name: string, locale: string, copy: string}> $recipients
     * @param string $occasion something that differs each time it is sent again
     * @return int how many were left; 0 when all of them were left before
     */
    public function again(Change $change, Invoice $invoice, array $recipients, string $occasion): int
    {
        return count(array_filter($change->mails($this->of($invoice, $recipients, $occasion))));
    }

    /**
     * Of invoices that are issued.
     *
     * @param list<array{Invoice, list<array{email: string, name: string, locale: string, copy: string}>}> $invoices each with its recipients
     */
    public function issued(Change $change, array $invoices): void
    {
        $change->mails(array_merge(...array_map(fn (array $one): array => $this->of($one[0], $one[1], self::ISSUED), $invoices)));
    }

    /**
     * @param list<array{email: string, name: string, locale: string, copy: string}> $recipients
     * @return list<Mail>
     */
    private function of(Invoice $invoice, array $recipients, string $occasion): array
    {
        return array_map(static fn (array $to): Mail => new Mail(
            'invoice',
            sprintf('invoice:%d:%s:%s', $invoice->id, $occasion, strtolower($to['email'])),
            $to['email'],
            $to['name'],
            $to['locale'],
            $invoice->client_id,
            $invoice->portal_id,
            $invoice->id,
            array_filter(['resent' => $occasion !== self::ISSUED, 'copy' => $to['copy']])
        ), $recipients);
    }

    /** @param list<array{email: string, name: string, locale: string, copy: string}> $recipients */
    public function withdrawn(Change $change, Invoice $pro_forma, array $recipients, string $why): void
    {
        foreach ($recipients as ['email' => $email, 'name' => $name, 'locale' => $locale, 'copy' => $copy]) {
            $reason = sprintf('invoice:%d:withdrawn:%s', $pro_forma->id, strtolower($email));
            $change->mail(new Mail('pro_forma_withdrawn', $reason, $email, $name, $locale, $pro_forma->client_id, $pro_forma->portal_id, $pro_forma->id, ['why' => $why] + array_filter(['copy' => $copy])));
        }
    }

    /** @param list<array{email: string, name: string, locale: string, copy: string}> $recipients */
    public function voided(Change $change, Invoice $invoice, array $recipients, string $why): void
    {
        foreach ($recipients as ['email' => $email, 'name' => $name, 'locale' => $locale, 'copy' => $copy]) {
            $reason = sprintf('invoice:%d:voided:%s', $invoice->id, strtolower($email));
            $change->mail(new Mail('invoice_voided', $reason, $email, $name, $locale, $invoice->client_id, $invoice->portal_id, $invoice->id, ['why' => $why] + array_filter(['copy' => $copy])));
        }
    }
}
