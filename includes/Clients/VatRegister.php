<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

/** Who knows which VAT IDs are registered. */
interface VatRegister
{
    /**
     * Never in a transaction.
     *
     * @param string $vat_id with its country, "DE123456788"
     * @param string $asker the business's own, which makes the answer a proof; may be empty
     * @throws \Counterfoil\Shared\Queue\JobFailed when it does not answer, which says nothing about the VAT ID
     */
    public function ask(string $vat_id, string $asker): VatAnswer;
}
