<?php

declare(strict_types=1);

use Counterfoil\Portal\PageTemplate;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;

/** @var Counterfoil\Portal\Views\FrameView $view */


defined('ABSPATH') || exit;

$tag = $view->heading;
?>
<div class="cf-portal" style="<?php echo Html::escape($view->look->css()); ?>" data-wp-interactive="client-portal" <?php echo wp_interactivity_data_wp_context(['counts' => (object) array_column($view->tabs, 'count', 'word')]); ?>>
    <?php if ($view->is_sample) : ?>
        <p class="cf-sample"><?php esc_html_e('Sample data. Your clients will see their own invoices here.', 'counterfoil'); ?></p>
    <?php else : ?>
        <a class="cf-skip" href="#cf-content"><?php esc_html_e('Skip to content', 'counterfoil'); ?></a>
    <?php endif; ?>
    <div class="cf-bar">
        <?php if ($view->shows_brand) : ?>
            <a class="cf-brand" href="<?php echo esc_url($view->look->home_url); ?>">
                <?php echo Template::draw(PageTemplate::BRAND, $view->look); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>
            </a>
        <?php endif; ?>
        <?php if ($view->tabs !== []) : ?>
        <nav class="cf-tabs" aria-label="<?php esc_attr_e('Portal', 'counterfoil'); ?>">
            <?php foreach ($view->tabs as $tab) : ?>
                <a class="cf-tab" href="<?php echo esc_url($tab['url']); ?>"<?php echo $tab['is_current'] ? ' aria-current="page"' : ''; ?>>
                    <?php echo Html::escape($tab['label']); ?>
                    <?php if ($tab['count'] > 0) : ?>
                        <span class="cf-badge" data-wp-text="context.counts.<?php echo Html::escape($tab['word']); ?>" data-wp-bind--hidden="!context.counts.<?php echo Html::escape($tab['word']); ?>" aria-hidden="true"><?php echo Html::escape((string) $tab['count']); ?></span>
                        <span class="cf-hidden" data-wp-bind--hidden="!context.counts.<?php echo Html::escape($tab['word']); ?>"><?php echo Html::escape($tab['count_in_words']); ?></span>
                    <?php endif; ?>
                </a>
            <?php endforeach; ?>
        </nav>
        <?php endif; ?>
        <details class="cf-menu" data-wp-on--keydown="actions.closeMenu" data-wp-on--focusout="actions.leaveMenu">
            <summary class="cf-menu__button">
                <span class="cf-avatar" aria-hidden="true"><?php echo Html::escape($view->initials()); ?></span>
                <span class="cf-menu__name"><bdi><?php echo Html::escape($view->person); ?></bdi></span>
                <?php if ($view->other_clients !== []) : ?>
                    <span class="cf-menu__client"><bdi><?php echo Html::escape($view->client); ?></bdi></span>
                <?php endif; ?>
            </summary>
            <div class="cf-menu__list">
                <p class="cf-menu__who"><bdi><?php echo Html::escape($view->person); ?></bdi><span><bdi><?php echo Html::escape($view->client); ?></bdi></span></p>
                <?php if ($view->account_url !== '') : ?>
                    <a class="cf-menu__item" href="<?php echo esc_url($view->account_url); ?>"><?php esc_html_e('Your account', 'counterfoil'); ?></a>
                <?php endif; ?>
                <?php if ($view->methods_url !== '') : ?>
                    <a class="cf-menu__item" href="<?php echo esc_url($view->methods_url); ?>"><?php esc_html_e('Payment methods', 'counterfoil'); ?></a>
                <?php endif; ?>
                <?php foreach ($view->other_clients as $client) : ?>
                    <form method="post" action="<?php echo esc_url($view->log_out_url); ?>">
                        <input type="hidden" name="counterfoil_form" value="choose-client">
                        <input type="hidden" name="client" value="<?php echo Html::escape((string) $client['id']); ?>">
                        <button class="cf-menu__item" type="submit"><bdi><?php
                            /* translators: %s: name of the client's company */
                            echo Html::escape(sprintf(__('Switch to %s', 'counterfoil'), $client['name']));
                    ?></bdi></button>
                    </form>
                <?php endforeach; ?>
                <form method="post" action="<?php echo esc_url($view->log_out_url); ?>">
                    <input type="hidden" name="counterfoil_form" value="log-out">
                    <button class="cf-menu__item" type="submit"<?php disabled($view->is_sample); ?>><?php esc_html_e('Log out', 'counterfoil'); ?></button>
                </form>
            </div>
        </details>
    </div>
    <div class="cf-content" id="cf-content" tabindex="-1">
        <div class="cf-titles">
            <<?php echo tag_escape($tag); ?> class="cf-title"><bdi><?php echo Html::escape($view->title); ?></bdi></<?php echo tag_escape($tag); ?>>
            <?php if ($view->subtitle !== '') : ?>
                <p class="cf-subtitle"><bdi><?php echo Html::escape($view->subtitle); ?></bdi></p>
            <?php endif; ?>
        </div>
        <?php echo $view->content; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- drawn by another template?>
    </div>
</div>
