package org.demandwright.demo.generate;

/**
 * One site.
 *
 * @param number 0 … sites − 1
 * @param share the site's size relative to the largest, 0–1
 */
public record DemoSite(int number, String id, String name, double share) {}
