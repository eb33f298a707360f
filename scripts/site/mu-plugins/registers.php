<?php

/**
 * Plugin Name: Registers nearby
 * Description: Stands in for VIES and the central banks' tables of exchange rates: this site asks nobody outside, and the companies of the demo are in no register.
 */

declare(strict_types=1);

add_filter('pre_http_request', static function (mixed $before, array $arguments, string $url): mixed {
    if (! str_starts_with($url, 'https://ec.europa.eu/taxation_customs/vies/')) {
        return $before;
    }
    $asked = (array) json_decode((string) $arguments['body'], true);

    return [
        'headers' => ['content-type' => 'application/json'],
        'body' => (string) wp_json_encode([
            'countryCode' => $asked['countryCode'] ?? '',
            'vatNumber' => $asked['vatNumber'] ?? '',
            'requestDate' => gmdate('Y-m-d\TH:i:s\Z'),
            'valid' => true,
            'requestIdentifier' => isset($asked['requesterNumber']) ? 'WAPIAAAA' . strtoupper(substr(md5((string) $asked['vatNumber']), 0, 8)) : '',
            'name' => '---',
            'address' => '---',
        ]),
        'response' => ['code' => 200, 'message' => 'OK'],
        'cookies' => [],
        'filename' => null,
    ];
}, 10, 3);

add_filter('pre_http_request', static function (mixed $before, array $arguments, string $url): mixed {
    $answer = static fn (string $body): array => ['headers' => [], 'body' => $body, 'response' => ['code' => 200, 'message' => 'OK'], 'cookies' => [], 'filename' => null];
    if (preg_match('#^https://api\.nbp\.pl/.+/A/([A-Z]{3})/[^/]+/([^/]+)/#', $url, $match) === 1) {
        $mid = ['EUR' => 4.2530, 'USD' => 3.6512, 'GBP' => 4.8377][$match[1]] ?? 1.2345;

        return $answer((string) wp_json_encode(['table' => 'A', 'code' => $match[1], 'rates' => [['no' => '228/A/NBP/2026', 'effectiveDate' => $match[2], 'mid' => $mid]]]));
    }
    if (preg_match('#^https://data-api\.ecb\.europa\.eu/.+/D\.([A-Z]{3})\.EUR\.SP00\.A\?.*endPeriod=([0-9-]+)#', $url, $match) === 1) {
        $value = ['USD' => '1.1648', 'PLN' => '4.2530', 'GBP' => '0.8791', 'JPY' => '176.42'][$match[1]] ?? '1.5000';

        return $answer("CURRENCY,TIME_PERIOD,OBS_VALUE\n{$match[1]},{$match[2]},{$value}\n");
    }

    return $before;
}, 10, 3);
