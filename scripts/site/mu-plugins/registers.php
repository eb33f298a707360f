<?php

/**
 * Plugin Name: Registers nearby
 * Description: Stands in for VIES: this site asks nobody outside, and the companies of the demo are in no register.
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
