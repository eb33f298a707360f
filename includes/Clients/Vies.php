<?php

declare(strict_types=1);

namespace Counterfoil\Clients;

use Counterfoil\Shared\Database\Database;
use Counterfoil\Shared\Queue\JobFailed;
use Counterfoil\Shared\VatId;

/**
 * The register of the European Union, VIES, over its REST interface. Each country answers for itself and is often away:
 * whatever is no clear yes or no counts as no answer.
 */
final readonly class Vies implements VatRegister
{
    private const URL = 'https://ec.europa.eu/taxation_customs/vies/rest-api/check-vat-number';

    /** Seconds: nobody waits for it. */
    private const TIMEOUT = 20;

    public function __construct(private Database $database)
    {
    }

    public function ask(string $vat_id, string $asker): VatAnswer
    {
        $this->database->assert_no_transaction();
        $question = ['countryCode' => substr($vat_id, 0, 2), 'vatNumber' => substr($vat_id, 2)];
        if (VatId::is_of_union($asker)) {
            $question += ['requesterMemberStateCode' => substr($asker, 0, 2), 'requesterNumber' => substr($asker, 2)];
        }
        $answer = wp_remote_post(self::URL, [
            'timeout' => self::TIMEOUT,
            'redirection' => 0,
            'headers' => ['Content-Type' => 'application/json', 'Accept' => 'application/json'],
            'body' => (string) wp_json_encode($question),
        ]);
        if (is_wp_error($answer)) {
            throw new JobFailed('VIES: ' . $answer->get_error_message());
        }
        $said = json_decode(wp_remote_retrieve_body($answer), true, 16);
        if (wp_remote_retrieve_response_code($answer) !== 200 || ! is_array($said) || ! is_bool($said['valid'] ?? null)) {
            $error = is_array($said) && is_string($said['errorWrappers'][0]['error'] ?? null) ? $said['errorWrappers'][0]['error'] : 'HTTP ' . wp_remote_retrieve_response_code($answer);
            throw new JobFailed("VIES: {$error}");
        }
        // "---" is what a country says that does not tell.
        $text = static fn (string $field): string => is_string($said[$field] ?? null) && trim($said[$field], "- \n") !== '' ? mb_substr(trim($said[$field]), 0, 500) : '';

        return new VatAnswer($said['valid'], $text('name'), $text('address'), $text('requestIdentifier'));
    }
}
