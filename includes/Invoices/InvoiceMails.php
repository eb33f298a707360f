<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Mail;

/** Leaves an invoice's mails in the outbox, one for each recipient and reason. */
final readonly class InvoiceMails
{
    /**
     * @param list<array{email: string, name: string, locale: string, copy: string}> $recipients
     * @param string $occasion "issued", or something that differs each time it is sent again
     * @return int how many were left; 0 when all of them were left before
     */
    public function leave(Change $change, Invoice $invoice, array $recipients, string $occasion): int
    {
        $left = 0;
        foreach ($recipients as ['email' => $email, 'name' => $name, 'locale' => $locale, 'copy' => $copy]) {
            $reason = sprintf('invoice:%d:%s:%s', $invoice->id, $occasion, strtolower($email));
            $data = array_filter(['resent' => $occasion !== 'issued', 'copy' => $copy]);
            $left += (int) $change->mail(new Mail('invoice', $reason, $email, $name, $locale, $invoice->client_id, $invoice->portal_id, $invoice->id, $data));
        }

        return $left;
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
