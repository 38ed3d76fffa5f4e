/// Tests of the HTTP door: a real server on a real base.
@NullMarked
package org.quoin.web;

import org.jspecify.annotations.NullMarked;
